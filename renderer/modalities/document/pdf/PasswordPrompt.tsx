import { useEffect, useId, useRef, useState } from 'react';
import { StateBox } from '../../parts/StateBox.tsx';
import styles from './PasswordPrompt.module.css';

/** In place of a document that is protected: what it is, and a field for its password. */
export function PasswordPrompt({
  isWrong,
  onSubmit,
}: {
  /** The one that was tried last did not open it. */
  readonly isWrong: boolean;
  readonly onSubmit: (password: string) => void;
}) {
  const [password, setPassword] = useState('');
  const note = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isWrong) field.current?.focus(); // it was typed here: the next one is, too
  }, [isWrong]);
  return (
    <StateBox kind="quiet" title="It is protected by a password">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '') onSubmit(password);
        }}
      >
        <input
          ref={field}
          type="password"
          className={styles.field}
          aria-label="Password of the document"
          aria-describedby={note}
          aria-invalid={isWrong}
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          // what is typed is no command of the card; Esc still closes the large view
          onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
        />
        <button type="submit" className={styles.open} disabled={password === ''}>
          Open
        </button>
        <p
          id={note}
          className={styles.note}
          data-wrong={isWrong}
          role={isWrong ? 'alert' : undefined}
        >
          {isWrong ? 'This is not its password.' : 'Kept in memory only, until the page is closed.'}
        </p>
      </form>
    </StateBox>
  );
}
