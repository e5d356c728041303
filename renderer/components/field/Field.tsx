import { useId, type ReactNode } from 'react';
import styles from './Field.module.css';

/** What ties a control to its label, its hint and its error. */
export interface ControlFacts {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

export interface FieldWords {
  readonly label: string;
  /** One sentence below the control; gives way to the error. */
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** A labelled control with a hint, or with what is wrong with its value. */
export function Field({
  label,
  hint,
  error,
  children,
}: FieldWords & { readonly children: (facts: ControlFacts) => ReactNode }) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': note === undefined ? undefined : `${id}-note`,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {note !== undefined && (
        <p id={`${id}-note`} className={error === undefined ? styles.hint : styles.error}>
          {note}
        </p>
      )}
    </div>
  );
}
