import { useState } from 'react';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { CheckField } from '../../../components/field/CheckField.tsx';
import { TextField } from '../../../components/field/TextField.tsx';
import { formatCounted } from '../../../components/score/format-score.ts';
import { usePathChooser } from '../../../hooks/use-path-chooser.tsx';
import { useProject } from '../../../stores/project-store.ts';
import { exportAccepted, useQc } from '../../../stores/qc-store.ts';
import styles from './ExportForm.module.css';

/** Writes the accepted records as a dataset. */
export function ExportForm({ accepted }: { readonly accepted: number }) {
  const project = useProject();
  const state = useQc((store) => store.exported);
  const chooser = usePathChooser();
  const [typed, setPath] = useState<string>();
  const [withMedia, setWithMedia] = useState(false);
  const path = typed ?? `${project?.dir ?? ''}/accepted`;
  return (
    <form
      className={styles.export}
      onSubmit={(event) => {
        event.preventDefault();
        void exportAccepted(path.trim(), withMedia);
      }}
    >
      <div className={styles.path}>
        <TextField
          label="Folder"
          value={path}
          isCode
          hint="As the dataset’s own files. What nobody revised is copied byte for byte."
          onChange={setPath}
        />
        <Button
          onClick={() =>
            chooser.ask({
              title: 'Folder in which the accepted set is made',
              kind: 'folder',
              onChoose: ([dir]) => {
                if (dir !== undefined) setPath(`${dir}/accepted`);
              },
            })
          }
        >
          Folder…
        </Button>
      </div>
      <CheckField
        label="Copy the media, too"
        isChecked={withMedia}
        onChange={(is) => setWithMedia(is)}
      />
      <div className={styles.foot}>
        <Button
          type="submit"
          isDisabled={accepted === 0 || state.status === 'writing' || path.trim() === ''}
        >
          {state.status === 'writing' ? 'Writing…' : `Export ${formatCounted(accepted, 'record')}`}
        </Button>
        <p role="status">
          {accepted === 0 && 'A record is accepted when another name has checked it.'}
          {state.status === 'done' &&
            `${formatCounted(state.written.records, 'record')} in ${formatCounted(state.written.files, 'file')} written, ${state.written.revised} of them revised. “${state.path}”`}
        </p>
      </div>
      {state.status === 'failed' && <ErrorText error={state.error} />}
      {chooser.dialog}
    </form>
  );
}
