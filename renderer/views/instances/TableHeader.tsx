import type { Header } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { InstanceRow } from '../../../shared/model/instance.ts';
import { nextSort, formatSort, type Sort } from '../../stores/route-sort.ts';
import styles from './TableHeader.module.css';
import type { features } from './table-columns.tsx';

type ColumnHeader = Header<typeof features, InstanceRow, unknown>;

const STEP_PX = 16;

/** A column's name; a click sorts, its right edge resizes (Alt with an arrow does so by keyboard). */
export function HeaderCell({
  header,
  sort,
  onSort,
  onResize,
}: {
  readonly header: ColumnHeader;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly onResize: (columnId: string, widthPx: number | undefined) => void;
}) {
  const { column } = header;
  const meta = column.columnDef.meta;
  const label = String(column.columnDef.header);
  const isSorted =
    meta?.sort !== undefined &&
    formatSort({ ...meta.sort, descending: true }) === formatSort({ ...sort, descending: true });
  const order = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const resizeByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    onResize(column.id, column.getSize() + (event.key === 'ArrowRight' ? STEP_PX : -STEP_PX));
  };
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      className={styles.cell}
      aria-sort={meta?.sort === undefined ? undefined : order}
      data-align={meta?.align}
      data-first={meta?.isFirstOfGroup}
      data-column={column.id}
      data-tone={meta?.tone}
    >
      {meta?.sort === undefined ? (
        <span className={styles.label} data-tip={meta?.title}>
          {label}
        </span>
      ) : (
        <button
          type="button"
          className={styles.label}
          data-tip={
            meta.isExample === true
              ? `${meta.title} · hand-written example figures, no judge was asked`
              : `${meta.title} · click to sort`
          }
          onClick={() => meta.sort !== undefined && onSort(nextSort(sort, meta.sort))}
          onKeyDown={resizeByKey}
        >
          <span>{label}</span>
          <span className="visually-hidden"> {meta.title}</span>
          {meta.isExample === true && <small>ex.</small>}
          {isSorted && <Arrow size={11} aria-hidden="true" />}
        </button>
      )}
      {column.getCanResize() && (
        <span
          className={styles.handle}
          aria-hidden="true"
          data-active={column.getIsResizing() || undefined}
          onMouseDown={header.getResizeHandler()}
          onTouchStart={header.getResizeHandler()}
          onDoubleClick={() => onResize(column.id, undefined)}
        />
      )}
    </div>
  );
}

/** The model above its columns. */
export function GroupCell({ header }: { readonly header: ColumnHeader }) {
  const meta = header.column.columnDef.meta;
  const isModel = !header.isPlaceholder && header.subHeaders.length > 0 && meta?.tone !== undefined;
  return (
    <div
      role={isModel ? 'columnheader' : 'gridcell'}
      className={styles.group}
      aria-colspan={header.colSpan}
      data-tone={isModel ? meta.tone : undefined}
      data-first={isModel || meta?.isFirstOfGroup}
      data-column={isModel ? undefined : header.column.id}
      style={{ gridColumn: `span ${header.colSpan}` }}
    >
      {isModel && (
        <>
          <span className={styles.letter}>{meta.tone?.toUpperCase()}</span>
          <span className={styles.name} data-tip={meta.title}>
            {meta.title}
          </span>
        </>
      )}
    </div>
  );
}
