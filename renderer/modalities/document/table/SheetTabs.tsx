import type { PlacedMark } from '../../define.ts';
import styles from './SheetTabs.module.css';

/** The names of a file's sheets; the chosen one is marked. */
export function SheetTabs({
  names,
  chosen,
  onChoose,
  marks = [],
}: {
  readonly names: readonly string[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  /** What was said of sheets, each a page. */
  readonly marks?: readonly PlacedMark[];
}) {
  return (
    <div className={styles.tabs} role="tablist" aria-label="Sheets">
      {names.map((name, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={index === chosen}
          onClick={() => onChoose(index)}
        >
          {name}
          {marks.map(({ id, number, label, mark, isStale }) =>
            mark.kind === 'page' && mark.page === index + 1 ? (
              <span
                key={id}
                className={styles.mark}
                data-stale={isStale || undefined}
                role="img"
                aria-label={`Mark ${number}: ${label}`}
                title={label}
              >
                {number}
              </span>
            ) : null,
          )}
        </button>
      ))}
    </div>
  );
}
