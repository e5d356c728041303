import { useState } from 'react';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { TextField } from '../../../components/field/TextField.tsx';
import { exportRatings, useAgreement } from '../../../stores/agreement-store.ts';
import styles from './ExportRatings.module.css';

/** Writes the ratings to a file on the machine that the engine runs on. */
export function ExportRatings({ sampleId }: { readonly sampleId: string | undefined }) {
  const [path, setPath] = useState('');
  const exported = useAgreement((state) => state.exported);
  return (
    <form
      className={styles.export}
      aria-label="Export the ratings"
      onSubmit={(event) => {
        event.preventDefault();
        void exportRatings(path.trim(), sampleId);
      }}
    >
      <TextField
        label="Export the ratings to"
        hint="JSON lines that an import reads again, or a table when the name ends with .csv."
        value={path}
        isCode
        placeholder="/path/to/ratings.jsonl"
        onChange={setPath}
      />
      <Button type="submit" isDisabled={path.trim() === ''}>
        Export
      </Button>
      {exported !== undefined && 'words' in exported && <p role="status">{exported.words}</p>}
      {exported !== undefined && 'error' in exported && <ErrorText error={exported.error} />}
    </form>
  );
}
