import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './ItemDetails.module.css';

/** One item in a line, and behind it what is known of it. */
export function ItemDetails({
  tag,
  kind,
  tip,
  figures,
  children,
}: {
  readonly tag: string;
  readonly kind: string;
  /** More of `kind`. */
  readonly tip?: string;
  /** At the end of the line. */
  readonly figures: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <details className={styles.item}>
      <summary>
        <ChevronRight size={13} aria-hidden="true" />
        <span className={styles.tag}>{tag}</span>
        <span className={styles.kind} data-tip={tip}>
          {kind}
        </span>
        {figures}
      </summary>
      {children}
    </details>
  );
}
