import type { CSSProperties } from 'react';
import styles from './MarkNumber.module.css';

/** The number of a marked place: at the place itself, on its card, and in the list. */
export function MarkNumber({
  number,
  label,
  isStale = false,
  isChosen = false,
  style,
  onChoose,
}: {
  readonly number: number;
  /** What was said there. */
  readonly label: string;
  readonly isStale?: boolean;
  readonly isChosen?: boolean;
  readonly style?: CSSProperties;
  readonly onChoose?: (() => void) | undefined;
}) {
  const shared = {
    className: styles.number,
    style,
    'data-mark': '',
    'data-stale': isStale || undefined,
    'data-chosen': isChosen || undefined,
    'data-tip': label === '' ? undefined : label,
  };
  if (onChoose === undefined) return <span {...shared}>{number}</span>;
  return (
    <button
      type="button"
      {...shared}
      aria-label={`Mark ${number}${label === '' ? '' : `: ${label}`}`}
      onClick={(event) => {
        event.stopPropagation();
        onChoose();
      }}
    >
      {number}
    </button>
  );
}
