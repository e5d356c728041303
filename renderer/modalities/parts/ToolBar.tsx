// The one toolbar grammar of all viewers: small buttons with an icon, a label for those who hear it
// and a title with the key; a spacer; a select for choices.
import type { ReactNode } from 'react';
import styles from './ToolBar.module.css';

export function ToolBar({
  children,
  label,
  floating = false,
}: {
  readonly children: ReactNode;
  readonly label: string;
  /** Lies over the content and shows when the pointer or the focus is there. */
  readonly floating?: boolean;
}) {
  return (
    <div className={floating ? styles.floating : styles.bar} role="toolbar" aria-label={label}>
      {children}
    </div>
  );
}

export function ToolButton({
  label,
  keys,
  icon,
  text,
  isPressed,
  isDisabled,
  onClick,
}: {
  readonly label: string;
  readonly keys?: string;
  readonly icon?: ReactNode;
  readonly text?: string;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onClick}
    >
      {icon}
      {text !== undefined && <span>{text}</span>}
    </button>
  );
}

export function ToolSelect<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <select
      className={styles.select}
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChange(event.target.value as T)} // the options are all of type T
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

export function ToolText({ children }: { readonly children: ReactNode }) {
  return <span className={styles.text}>{children}</span>;
}

export function ToolSpace() {
  return <span className={styles.space} />;
}
