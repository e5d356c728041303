import type { ReactNode } from 'react';
import styles from './StateBox.module.css';

/** A state in place of a viewer: what it is, why, and what can be done. */
export function StateBox({
  kind,
  title,
  detail,
  children,
}: {
  /** `bad`: something is wrong with the item; `quiet`: nothing is, it just is not shown. */
  readonly kind: 'bad' | 'quiet';
  readonly title: string;
  readonly detail?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.frame}>
      <div className={styles.box} data-kind={kind} role="status">
        <strong className={styles.title}>{title}</strong>
        {detail !== undefined && detail !== '' && <p className={styles.detail}>{detail}</p>}
        {children !== undefined && <div className={styles.actions}>{children}</div>}
      </div>
    </div>
  );
}
