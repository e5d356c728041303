import type { ReactNode } from 'react';
import styles from './ListBeside.module.css';

/** A screen of two parts: what there is, with a `header` (and a `footer`) of its own, and what is open. */
export function ListBeside({
  label,
  list,
  children,
}: {
  readonly label: string;
  readonly list: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.view}>
      <section className={styles.list} aria-label={label}>
        {list}
      </section>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
