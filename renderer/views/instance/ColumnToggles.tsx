import type { Column } from './columns.ts';
import styles from './ColumnToggles.module.css';

/** One small switch a column: pressed while it is shown. */
export function ColumnToggles({
  columns,
  hidden,
  onToggle,
}: {
  readonly columns: readonly Column[];
  readonly hidden: readonly string[];
  readonly onToggle: (id: string) => void;
}) {
  return (
    <div className={styles.toggles} role="group" aria-label="Columns shown">
      {columns.map((column) => {
        const isShown = !hidden.includes(column.id);
        return (
          <button
            key={column.id}
            type="button"
            className={styles.toggle}
            data-tone={column.tone}
            aria-pressed={isShown}
            aria-label={column.label}
            data-tip={`${isShown ? 'Hide' : 'Show'} ${column.label}`}
            onClick={() => onToggle(column.id)}
          >
            {column.letter ?? column.label}
          </button>
        );
      })}
    </div>
  );
}
