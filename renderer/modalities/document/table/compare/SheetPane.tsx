import { useEffect, useRef, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { CompareEntry } from '../../../define.ts';
import { EntryLabel } from '../../../parts/EntryLabel.tsx';
import { columnName, isNumeric } from '../column-widths.ts';
import type { Sheet } from '../read-table.ts';
import { ROW_PX } from '../row-px.ts';
import { cellDifference, type CellDifference } from './cell-difference.ts';
import type { Partner } from './compared-sheet.ts';
import grid from '../SheetGrid.module.css';
import styles from './SheetCompare.module.css';

interface Props {
  readonly entry: CompareEntry;
  readonly sheet: Sheet;
  /** Row of the sheet for each row of the comparison. */
  readonly rows: Int32Array;
  readonly partners: readonly Partner[];
  readonly isBase: boolean;
  /** Rows of the comparison that are drawn. */
  readonly drawn: Int32Array;
  readonly widths: readonly number[];
  /** Width of the column with the rows' numbers. */
  readonly numberPx: number;
  readonly hasHeader: boolean;
  readonly current: { readonly row: number; readonly column: number };
  readonly onScroll: (pane: HTMLElement) => void;
  readonly goTo: RefObject<((drawn: number, column: number) => void) | undefined> | undefined;
  readonly register: (pane: HTMLElement) => () => void;
}

/** One of the tables; only what is in sight is drawn. */
export function SheetPane(props: Props) {
  const { entry, sheet, rows, drawn, widths, numberPx, hasHeader, goTo } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: drawn.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 16,
    scrollPaddingStart: ROW_PX,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => widths[index] ?? 80,
    overscan: 3,
    scrollPaddingStart: numberPx,
  });
  useEffect(() => {
    if (goTo === undefined) return;
    goTo.current = (row, column) => {
      list.scrollToIndex(row, { align: 'center' });
      columns.scrollToIndex(column, { align: 'auto' });
    };
    return () => {
      goTo.current = undefined;
    };
  }, [goTo, list, columns]);
  const { register } = props;
  const registered = useRef(register);
  useEffect(() => {
    if (scroll.current !== null) return registered.current(scroll.current);
  }, []);
  const shown = columns.getVirtualItems();
  const width = numberPx + columns.getTotalSize();
  const size = `${sheet.rows.length.toLocaleString('en-US')} × ${sheet.columns.toLocaleString('en-US')}`;
  return (
    <section className={styles.pane} aria-label={entry.label}>
      <header className={styles.head}>
        <EntryLabel entry={entry}>{size}</EntryLabel>
      </header>
      <div
        ref={scroll}
        className={grid.grid}
        role="table"
        aria-label={`${entry.label}: ${entry.item.tag}`}
        aria-rowcount={drawn.length}
        aria-colcount={widths.length}
        tabIndex={0}
        data-own-keys
        onScroll={(event) => props.onScroll(event.currentTarget)}
      >
        <div className={grid.header} role="row" style={{ width, height: ROW_PX }}>
          <span className={grid.corner} style={{ width: numberPx }} />
          {shown.map(({ index, start, size: wide }) => (
            <span
              key={index}
              role="columnheader"
              className={styles.cell}
              style={{ left: numberPx + start, width: wide }}
              title={sheet.rows[0]?.[index]}
            >
              {columnName(index)}
              {hasHeader && <span className={styles.name}>{sheet.rows[0]?.[index]}</span>}
            </span>
          ))}
        </div>
        <div className={grid.rows} style={{ width, height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start }) => {
            const row = drawn[index] ?? 0;
            return (
              <Row key={row} {...props} row={row} own={rows[row] ?? -1} top={start} shown={shown} />
            );
          })}
        </div>
      </div>
    </section>
  );
}

function Row({
  row,
  own,
  top,
  numberPx,
  shown,
  sheet,
  partners,
  isBase,
  current,
}: Props & {
  readonly row: number;
  readonly own: number;
  readonly top: number;
  readonly shown: readonly { index: number; start: number; size: number }[];
}) {
  const isCurrentRow = current.row === row;
  const style = { transform: `translateY(${top}px)`, height: ROW_PX };
  const others = partners.map((partner) => ({
    partner,
    cells: partner.sheet.rows[partner.rows[row] ?? -1],
  }));
  const cells = sheet.rows[own];
  if (own < 0 || cells === undefined) {
    return (
      <div
        className={styles.row}
        style={style}
        role="row"
        data-absent
        data-current={isCurrentRow && current.column < 0}
      >
        <span
          className={grid.number}
          style={{ width: numberPx }}
          role="cell"
          aria-label="no such row here"
          title="no such row here"
        />
      </div>
    );
  }
  const isAlone = others.every((other) => other.cells === undefined);
  const isMissed = !isAlone && others.some((other) => other.cells === undefined);
  const kinds = shown.map(({ index: column }): CellDifference => {
    if (isAlone) return 'same';
    const all = others.flatMap((other) =>
      other.cells === undefined ? [] : [cellDifference(cells[column], other.cells[column])],
    );
    return all.includes('other') ? 'other' : all.includes('written') ? 'written' : 'same';
  });
  const sign = isAlone ? (isBase ? '−' : '+') : isMissed ? '−' : kinds.includes('other') ? '≠' : '';
  return (
    <div
      className={styles.row}
      style={style}
      role="row"
      data-alone={isAlone ? (isBase ? 'out' : 'in') : undefined}
      data-current={isCurrentRow && current.column < 0}
    >
      <span className={grid.number} style={{ width: numberPx }}>
        <b className={styles.sign}>{sign}</b>
        {own + 1}
      </span>
      {shown.map(({ index: column, start: left, size: wide }, at) => {
        const text = cells[column] ?? '';
        const kind = kinds[at] ?? 'same';
        return (
          <span
            key={column}
            role="cell"
            className={styles.cell}
            data-numeric={isNumeric(text)}
            data-kind={kind}
            data-current={isCurrentRow && current.column === column}
            style={{ left: numberPx + left, width: wide }}
            title={kind === 'same' ? (text.length > 24 ? text : undefined) : tipOf(others, column)}
          >
            {text}
          </span>
        );
      })}
    </div>
  );
}

function tipOf(
  others: readonly { readonly partner: Partner; readonly cells: readonly string[] | undefined }[],
  column: number,
): string {
  return others
    .filter(({ cells }) => cells !== undefined)
    .map(({ partner, cells }) => `${partner.entry.label}: “${cells?.[column] ?? ''}”`)
    .join('\n');
}
