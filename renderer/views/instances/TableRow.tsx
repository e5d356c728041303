import { memo } from 'react';
import type { InstanceRow } from '../../../shared/model/instance.ts';
import styles from './InstancesTable.module.css';
import type { ColumnMeta } from './table-columns.tsx';

export interface LeafColumn {
  readonly id: string;
  readonly meta: ColumnMeta;
  /** From 1: of all columns, also of those that are not drawn. */
  readonly place: number;
}

/** One row at its place; without data, a quiet bar until its page is there. */
export const TableRow = memo(function TableRow({
  row,
  index,
  top,
  columns,
  isAtCursor,
  isSelected,
}: {
  readonly row: InstanceRow | undefined;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly LeafColumn[];
  readonly isAtCursor: boolean;
  readonly isSelected: boolean;
}) {
  return (
    <div
      role="row"
      id={`instance-row-${index}`}
      // two header rows come before the first
      aria-rowindex={index + 3}
      aria-selected={isSelected}
      className={styles.row}
      data-index={index}
      data-cursor={isAtCursor || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {row === undefined ? (
        <div role="gridcell" className={styles.waiting} aria-label="Loading" />
      ) : (
        columns.map(({ id, meta, place }) => (
          <div
            key={id}
            role="gridcell"
            aria-colindex={place}
            className={styles.cell}
            style={{ gridColumn: place }}
            data-column={id.replace(/^[abcd]-/, '')}
            data-align={meta.align}
            data-first={meta.isFirstOfGroup}
          >
            {id === 'id' && (
              <input
                type="checkbox"
                className={styles.check}
                aria-label={`Select ${row.id}`}
                // the keyboard selects the row that it is at
                tabIndex={-1}
                checked={isSelected}
                readOnly
              />
            )}
            {meta.draw(row)}
          </div>
        ))
      )}
    </div>
  );
});
