import type { ReactNode } from 'react';
import type { CompareEntry } from '../define.ts';
import styles from './EntryLabel.module.css';

/** Whose item it is, in its column's colour and in words; `children` are short facts behind it. */
export function EntryLabel({
  entry,
  children,
}: {
  readonly entry: Pick<CompareEntry, 'label' | 'name' | 'tone' | 'item'>;
  readonly children?: ReactNode;
}) {
  const { label, name, tone, item } = entry;
  return (
    <span className={styles.label} data-tone={tone} title={`${name}: ${item.tag}`}>
      <b>{label}</b>
      {name !== label && <span className={styles.name}>{name}</span>}
      {children !== undefined && <span className={styles.facts}>{children}</span>}
    </span>
  );
}
