import type { SyntheticEvent } from 'react';
import type { NativePreview } from '../../../../shared/model/native.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { TextField } from '../../../components/field/TextField.tsx';
import { formatCounted } from '../../../components/score/format-score.ts';
import { canAddToOpen } from '../../../stores/import-draft-store.ts';
import { changeNative, useNative, writeNative } from '../../../stores/native-import-store.ts';
import { useProject } from '../../../stores/project-store.ts';
import styles from './NativeWizard.module.css';

/** Under which name, to which file; the only step that writes. */
export function ConfirmStep({ preview }: { readonly preview: NativePreview }) {
  const draft = useNative((state) => state.draft);
  const written = useNative((state) => state.written);
  const project = useProject();
  const takes = project !== undefined && canAddToOpen();
  const { mapped } = preview.accounts.samples;
  const isReady = mapped > 0 && draft.out.trim() !== '' && (!takes || draft.model.trim() !== '');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isReady) void writeNative();
  };
  return (
    <section className={styles.step} aria-labelledby="native-confirm">
      <h2 id="native-confirm">Write the predictions</h2>
      <form className={styles.confirm} onSubmit={submit}>
        {takes && (
          <TextField
            label="Model"
            hint={`Its name in “${project.name}”.`}
            value={draft.model}
            onChange={(model) => changeNative({ model })}
          />
        )}
        <TextField
          label="File"
          isCode
          hint="The media are copied to a folder beside it; the system’s folder stays as it is."
          value={draft.out}
          onChange={(out) => changeNative({ out })}
        />
        {written.status === 'failed' && <ErrorText error={written.error} hasHelp={false} />}
        <footer className={styles.actions}>
          {mapped === 0 && <p>No answer has an instance yet: change the rule.</p>}
          {!takes && <p>{whyNotImported(project?.name)}</p>}
          <Button
            variant="primary"
            type="submit"
            isDisabled={!isReady || written.status === 'loading'}
          >
            Write {formatCounted(mapped, 'prediction')}
            {takes && ' and import them'}
          </Button>
        </footer>
      </form>
    </section>
  );
}

function whyNotImported(project: string | undefined): string {
  return project === undefined
    ? 'No project is open: the file is written, to be imported with a dataset.'
    : `“${project}” takes no imports: the file is written, to be imported into another project.`;
}
