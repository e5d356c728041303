import { useMemo, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { columnName, columnWidths, isNumeric } from './column-widths.ts';
import type { ViewerLink } from '../../viewer-link.ts';
import type { Sheet } from './read-table.ts';
import { ROW_PX } from './row-px.ts';
import { useCellLink } from './use-cell-link.ts';
import styles from './SheetGrid.module.css';

/** Rows and columns that are seen, and no others: a hundred thousand rows are a few dozen elements. */
export function SheetGrid({
  sheet,
  size,
  hasHeader,
  link,
  place = 0,
}: {
  readonly sheet: Sheet;
  readonly size: 'card' | 'full';
  /** The first row names the columns and stays on top. */
  readonly hasHeader: boolean;
  readonly link?: ViewerLink | undefined;
  /** Which of the file's sheets it is. */
  readonly place?: number;
}) {
  const scroll = useRef<HTMLDivElement>(null);
  const first = hasHeader ? 1 : 0;
  const widths = useMemo(() => columnWidths(sheet.rows, sheet.columns), [sheet]);
  const numberPx = String(sheet.rows.length).length * 7 + 16;
  const rows = useVirtualizer({
    count: sheet.rows.length - first,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: sheet.columns,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => widths[index] ?? 80,
    overscan: 3,
  });
  const onScroll = useCellLink(link, scroll, place, widths);
  const shown = columns.getVirtualItems();
  const width = numberPx + columns.getTotalSize();
  return (
    <div
      ref={scroll}
      className={styles.grid}
      onScroll={onScroll}
      role="table"
      aria-rowcount={sheet.rows.length}
      aria-colcount={sheet.columns}
      tabIndex={0}
      {...(size === 'full' && { 'data-own-keys': true })}
    >
      <div className={styles.header} role="row" style={{ width, height: ROW_PX }}>
        <span className={styles.corner} style={{ width: numberPx }} />
        {shown.map(({ index, start, size: wide }) => (
          <span
            key={index}
            role="columnheader"
            className={styles.cell}
            style={{ left: numberPx + start, width: wide }}
            title={sheet.rows[0]?.[index]}
          >
            {hasHeader ? sheet.rows[0]?.[index] : columnName(index)}
          </span>
        ))}
      </div>
      <div className={styles.rows} style={{ width, height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const row = sheet.rows[index + first] ?? [];
          return (
            <div
              key={index}
              role="row"
              className={styles.row}
              style={{ transform: `translateY(${start}px)`, height: ROW_PX }}
            >
              <span className={styles.number} style={{ width: numberPx }}>
                {index + 1}
              </span>
              {shown.map(({ index: column, start: left, size: wide }) => {
                const text = row[column] ?? '';
                return (
                  <span
                    key={column}
                    role="cell"
                    className={styles.cell}
                    data-numeric={isNumeric(text)}
                    style={{ left: numberPx + left, width: wide }}
                    title={text.length > 24 ? text : undefined}
                  >
                    {text}
                  </span>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
