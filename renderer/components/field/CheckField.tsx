import type { ReactNode } from 'react';
import styles from './Field.module.css';

/** A yes or no, with a sentence of what it means. */
export function CheckField({
  label,
  hint,
  isChecked,
  isDisabled = false,
  onChange,
}: {
  readonly label: ReactNode;
  readonly hint?: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
}) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  );
}
