import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Nothing to show, and what to do next. */
export function EmptyState({
  icon: Icon,
  title,
  hint,
  children,
  actions,
}: {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** One sentence: what to do next. */
  readonly hint?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {Icon !== undefined && <Icon size={28} strokeWidth={1.5} aria-hidden="true" />}
      <h2>{title}</h2>
      {hint !== undefined && <p className={styles.text}>{hint}</p>}
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
