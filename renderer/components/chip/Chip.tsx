import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Chip.module.css';

/** A small fact; with `onRemove`, a condition that can be taken away. */
export function Chip({
  children,
  onRemove,
  removeLabel,
}: {
  readonly children: ReactNode;
  readonly onRemove?: (() => void) | undefined;
  readonly removeLabel?: string;
}) {
  return (
    <span className={styles.chip} data-removable={onRemove !== undefined || undefined}>
      <span className={styles.text}>{children}</span>
      {onRemove !== undefined && (
        <button
          type="button"
          className={styles.remove}
          aria-label={removeLabel ?? 'Remove'}
          onClick={onRemove}
        >
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
