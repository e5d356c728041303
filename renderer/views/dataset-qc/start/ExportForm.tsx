import { useState } from 'react';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { CheckField } from '../../../components/field/CheckField.tsx';
import { formatCounted } from '../../../components/score/format-score.ts';
import { useExportPlace } from '../../../hooks/use-export-place.tsx';
import { wordsOfPlace } from '../../../stores/export-place.ts';
import { useProject } from '../../../stores/project-store.ts';
import { exportAccepted, useQc } from '../../../stores/qc-store.ts';
import styles from './ExportForm.module.css';

/** Writes the accepted records as a dataset. */
export function ExportForm({ accepted }: { readonly accepted: number }) {
  const project = useProject();
  const state = useQc((store) => store.exported);
  const [typed, setPath] = useState<string>();
  const [withMedia, setWithMedia] = useState(false);
  const path = typed ?? `${project?.dir ?? ''}/accepted`;
  const target = useExportPlace({
    download: 'accepted.zip',
    path,
    onPath: setPath,
    label: 'Folder',
    hint: 'As the dataset’s own files, or a zip of them. What nobody revised is copied byte for byte.',
    nameIn: 'accepted',
  });
  return (
    <form
      className={styles.export}
      onSubmit={(event) => {
        event.preventDefault();
        if (target.place !== undefined) void exportAccepted(target.place, withMedia);
      }}
    >
      {target.fields}
      <CheckField
        label="Copy the media, too"
        isChecked={withMedia}
        onChange={(is) => setWithMedia(is)}
      />
      <div className={styles.foot}>
        <Button
          type="submit"
          isDisabled={accepted === 0 || state.status === 'writing' || target.place === undefined}
        >
          {state.status === 'writing' ? 'Writing…' : `Export ${formatCounted(accepted, 'record')}`}
        </Button>
        <p role="status">
          {accepted === 0 && 'A record is accepted when another name has checked it.'}
          {state.status === 'done' &&
            `${formatCounted(state.written.records, 'record')} in ${formatCounted(state.written.files, 'file')} written, ${state.written.revised} of them revised. “${wordsOfPlace(state.place)}”`}
        </p>
      </div>
      {state.status === 'failed' && <ErrorText error={state.error} />}
      {target.dialog}
    </form>
  );
}
