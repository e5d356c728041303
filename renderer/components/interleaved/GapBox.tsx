import type { ReactNode } from 'react';
import styles from './GapBox.module.css';

/** A place where something should be and is not; says what and what that costs. */
export function GapBox({
  title,
  children,
  tag,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly tag?: string;
}) {
  return (
    <div className={styles.gap} data-tag={tag} tabIndex={tag === undefined ? undefined : -1}>
      <div className={styles.title}>{title}</div>
      {children !== undefined && <div className={styles.detail}>{children}</div>}
    </div>
  );
}
