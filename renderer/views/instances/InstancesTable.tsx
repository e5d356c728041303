import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type CSSProperties,
  type MouseEvent,
} from 'react';
import type { InstanceRow } from '../../../shared/model/instance.ts';
import { useInstances, wantInstances } from '../../stores/instances-store.ts';
import { rowAt } from '../../stores/paged-rows.ts';
import { navigate, openInstance, useRoute } from '../../stores/route-store.ts';
import type { Sort } from '../../stores/route-sort.ts';
import { extendSelection, toggleSelected, useSelection } from '../../stores/selection-store.ts';
import { setWidths, useTableLayout } from '../../stores/table-layout-store.ts';
import styles from './InstancesTable.module.css';
import { useColumnsInView } from './columns/use-columns-in-view.ts';
import { buildColumns, features, type ColumnChoice } from './table-columns.tsx';
import { GroupCell, HeaderCell } from './TableHeader.tsx';
import { TableRow, type LeafColumn } from './TableRow.tsx';
import { useCursor } from './use-cursor.ts';
import { useRowActions } from './use-row-actions.ts';

const ROW_PX = 28;
const HEADER_PX = 50;
/** How many rows are kept changes in such steps, so that one row more or less changes nothing. */
const POOL_STEP = 8;
const noData: InstanceRow[] = [];

/** The virtualised table; only rows on the screen exist, their pages are asked for as they come. */
export function InstancesTable({ models, offered, metrics, shown, deltaMetric }: ColumnChoice) {
  'use no memo'; // what useVirtualizer returns must be read anew in every render
  const list = useInstances((state) => state.list);
  const sort = useRoute((route) => route.sort);
  const widths = useTableLayout((layout) => layout.widths);
  const scroller = useRef<HTMLDivElement>(null);

  const columns = useMemo(
    () => buildColumns({ models, offered, metrics, shown, deltaMetric }),
    [models, offered, metrics, shown, deltaMetric],
  );
  const table = useTable({
    features,
    columns,
    data: noData,
    state: { columnSizing: widths },
    onColumnSizingChange: (change) =>
      setWidths(typeof change === 'function' ? change(useTableLayout.getState().widths) : change),
    columnResizeMode: 'onChange',
  });
  const [groups, leaves] = table.getHeaderGroups();
  const leafHeaders = (leaves ?? groups)?.headers ?? [];
  const template = leafHeaders
    .map(({ column }) =>
      column.id === 'task' ? `minmax(${column.getSize()}px, 1fr)` : `${column.getSize()}px`,
    )
    .join(' ');
  const sizes = leafHeaders.map(({ column }) => column.getSize());
  const minWidth = sizes.reduce((sum, size) => sum + size, 0);
  const leafColumns = useMemo(() => leafColumnsOf(columns), [columns]);

  const virtualizer = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 4,
    scrollMargin: HEADER_PX,
    scrollPaddingStart: HEADER_PX,
  });
  const viewPx = virtualizer.scrollRect?.width;
  const inView = useColumnsInView(leafColumns, sizes, viewPx);
  const items = virtualizer.getVirtualItems();
  // rows that leave the screen are drawn anew where others come: a fast scroll makes no elements
  const pool = Math.ceil(items.length / POOL_STEP) * POOL_STEP;
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (list.total > 0) wantInstances(first, Math.min(list.total - 1, last));
  }, [first, last, list.total, list.isStale]);

  const scrollToIndex = useCallback(
    (index: number, align: 'auto' | 'center') => virtualizer.scrollToIndex(index, { align }),
    [virtualizer],
  );
  const cursor = useCursor({ scrollToIndex, pageRows: Math.max(1, items.length - 6) });
  useRowActions(cursor);
  const selected = useSelection((state) => state.keys);
  const onSort = useCallback((next: Sort) => navigate({ sort: next }), []);
  const onResize = useCallback((id: string, px: number | undefined) => {
    const { [id]: _before, ...others } = useTableLayout.getState().widths;
    setWidths(px === undefined ? others : { ...others, [id]: Math.max(36, px) });
  }, []);
  const onClick = (event: MouseEvent) => {
    const index = indexOfClick(event);
    const row = index === undefined ? undefined : rowAt(list, index);
    if (index === undefined || row === undefined) return;
    if (isOnCheck(event)) selectRow(row.key, index, event.shiftKey);
    else openInstance(row.key);
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label="Instances"
      aria-rowcount={list.total + 2}
      aria-colcount={leafHeaders.length}
      aria-busy={list.isStale}
      aria-multiselectable="true"
      data-selecting={selected.size > 0 || undefined}
      data-wide={minWidth > (viewPx ?? Infinity)}
      onScroll={inView.onScroll}
      aria-activedescendant={
        cursor !== undefined && cursor >= first && cursor <= last
          ? `instance-row-${cursor}`
          : undefined
      }
      style={
        {
          '--columns': template,
          '--min-width': `${minWidth}px`,
          '--row-px': `${ROW_PX}px`,
        } as CSSProperties
      }
    >
      <div role="rowgroup" className={styles.head}>
        {leaves !== undefined && (
          <div role="row" className={styles.headRow} aria-rowindex={1}>
            {groups?.headers.map((header) => (
              <GroupCell key={header.id} header={header} />
            ))}
          </div>
        )}
        <div role="row" className={styles.headRow} aria-rowindex={2}>
          {leafHeaders.map((header) => (
            <HeaderCell
              key={header.id}
              header={header}
              sort={sort}
              onSort={onSort}
              onResize={onResize}
            />
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: virtualizer.getTotalSize() }}
        onClick={onClick}
      >
        {items.map((item) => {
          const row = rowAt(list, item.index);
          return (
            <TableRow
              key={item.index % pool}
              row={row}
              index={item.index}
              top={item.start - HEADER_PX}
              columns={inView.columns}
              isAtCursor={item.index === cursor}
              isSelected={row !== undefined && selected.has(row.key)}
            />
          );
        })}
      </div>
    </div>
  );
}

function leafColumnsOf(columns: ReturnType<typeof buildColumns>): LeafColumn[] {
  return flatten(columns).map((column, index) => ({ ...column, place: index + 1 }));
}

function flatten(columns: ReturnType<typeof buildColumns>): Omit<LeafColumn, 'place'>[] {
  return columns.flatMap((column) => {
    if ('columns' in column && column.columns !== undefined)
      return flatten(column.columns as ReturnType<typeof buildColumns>);
    return column.id === undefined || column.meta === undefined
      ? []
      : [{ id: column.id, meta: column.meta }];
  });
}

/** With Shift, everything from the row that was selected last. */
function selectRow(key: string, index: number, isRange: boolean): void {
  const { list } = useInstances.getState();
  if (isRange) extendSelection(index, (at) => rowAt(list, at)?.key);
  else toggleSelected(key, index);
}

function isOnCheck(event: MouseEvent): boolean {
  return event.target instanceof HTMLInputElement;
}

function indexOfClick(event: MouseEvent): number | undefined {
  const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
  const index = Number(row?.getAttribute('data-index') ?? Number.NaN);
  return Number.isNaN(index) ? undefined : index;
}
