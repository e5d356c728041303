import { useState, type SyntheticEvent } from 'react';
import { Button } from '../../components/button/Button.tsx';
import styles from './PathEntry.module.css';

/** Adds a path that is typed or pasted. */
export function PathEntry({ onPath }: { readonly onPath: (path: string) => void }) {
  const [path, setPath] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    // paths copied from a terminal or a file manager may come in quotes
    const clean = path.trim().replace(/^(["'])(.*)\1$/, '$2');
    if (clean === '') return;
    onPath(clean);
    setPath('');
  };
  return (
    <form className={styles.entry} onSubmit={submit}>
      <input
        aria-label="Path of a file or folder"
        placeholder="or paste the path of a file or folder"
        spellCheck={false}
        value={path}
        onChange={(event) => setPath(event.target.value)}
      />
      <Button type="submit" isDisabled={path.trim() === ''}>
        Add
      </Button>
    </form>
  );
}
