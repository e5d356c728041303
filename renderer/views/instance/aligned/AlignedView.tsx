// The instance as rows of what belongs together. The cells of a column stand below its head; a gap is an
// empty slot, so that what is missing is seen where it is missing.
import { useCallback, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Layout } from 'react-resizable-panels';
import type { Item, TagSegment } from '../../../../shared/model/content.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { GapBox } from '../../../components/interleaved/GapBox.tsx';
import { DiffTail } from '../../../components/interleaved/TextRun.tsx';
import type { BlocksDiff } from '../../../components/text-diff/diff-blocks.ts';
import { createViewerLink, type ViewerLink } from '../../../modalities/viewer-link.ts';
import { forgetPairs, pairByHand, usePairError } from '../../../stores/alignment-store.ts';
import { currentRoute } from '../../../stores/route-store.ts';
import { followTag } from '../column-elements.ts';
import type { Column } from '../columns.ts';
import { QualityBadge } from '../ColumnView.tsx';
import { parseLayout } from '../layout-params.ts';
import type { LayoutControls } from '../use-layout.ts';
import { AlignedHeader } from './AlignedHeader.tsx';
import { AlignedRow } from './AlignedRow.tsx';
import styles from './AlignedView.module.css';
import type { RowCell } from './aligned-rows.ts';
import type { CompareSet } from './compare-sets.ts';
import type { Corrections } from './PairMenu.tsx';
import { revealCell } from './reveal.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { TaskSpans } from './TaskSpans.tsx';
import type { Aligned } from './use-aligned.ts';

export interface AlignedViewProps {
  readonly instanceKey: string;
  readonly columns: readonly Column[];
  readonly aligned: Aligned;
  readonly controls: LayoutControls;
  readonly diffs: ReadonlyMap<string, BlocksDiff>;
  readonly note: (column: Column) => ReactNode;
  readonly sets: readonly CompareSet[];
  readonly onCompare: (id: string) => void;
}

export function AlignedView(props: AlignedViewProps) {
  const { instanceKey, columns, aligned, controls, diffs, note, sets, onCompare } = props;
  const { table, alignment, models, state } = aligned;
  const { hidden, raw } = controls.layout;
  const root = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const error = usePairError();
  const shown = useMemo(
    () => columns.filter((column) => !hidden.includes(column.id)),
    [columns, hidden],
  );
  const hasTask = shown.some(({ id }) => id === 'task');
  const links = useMemo(() => rowLinks(instanceKey), [instanceKey]);
  const setByRow = useMemo(() => new Map(sets.map(({ row, id }) => [row, id])), [sets]);
  const corrections = useMemo(
    (): Corrections => ({
      pair: (model, blocks) =>
        void pairByHand({ key: instanceKey, models: [...models], model, ...blocks }),
      forget: (model) => void forgetPairs({ key: instanceKey, models: [...models], model }),
      byHand: (alignment?.hand ?? []).flatMap(({ model, pairs }) => (pairs > 0 ? [model] : [])),
    }),
    [instanceKey, models, alignment],
  );
  const onWidths = useCallback((widths: Layout) => setWidths(grid.current, widths), []);
  const onTag = useCallback((columnId: string, segment: Pick<TagSegment, 'tag' | 'role'>) => {
    if (root.current !== null) followTag(columnId, segment, root.current);
  }, []);
  const onRow = useCallback((row: number, columnId: string) => {
    if (root.current !== null) revealCell(root.current, row, columnId);
  }, []);
  useHeadHeight(root);
  if (state.status === 'failed')
    return (
      <div className={styles.state}>
        <ErrorText error={state.error} />
      </div>
    );
  return (
    <div ref={root} className={styles.view} aria-busy={table === undefined}>
      {error !== undefined && <ErrorText error={error} />}
      <StaleNotice alignment={alignment} instanceKey={instanceKey} models={models} />
      <div
        className={styles.scroller}
        tabIndex={0}
        role="group"
        aria-label="Aligned rows"
        data-aligned=""
      >
        <AlignedHeader
          columns={shown}
          baseline={columns.find(({ letter }) => letter === 'A')}
          controls={controls}
          note={note}
          onFollow={onTag}
          onWidths={onWidths}
        />
        <div ref={grid} className={styles.grid} style={evenColumns(shown)}>
          {table !== undefined && (
            <>
              {hasTask && <TaskSpans table={table} columns={columns} onTag={onTag} />}
              {shown.map((column, at) =>
                column.id === 'task' || column.sequence !== undefined ? null : (
                  <div
                    key={column.id}
                    className={`${styles.place} ${styles.empty}`}
                    style={{ gridColumn: at + 2, gridRow: `1 / ${lastLine(table.rows)}` }}
                  >
                    <GapBox title={`${column.label} has no response here`}>
                      not run, or not among the imported predictions
                    </GapBox>
                  </div>
                ),
              )}
              {table.rows.map((row) => (
                <AlignedRow
                  key={`${instanceKey}:${row.index}`}
                  row={row}
                  table={table}
                  firstColumn={hasTask ? 3 : 2}
                  raw={raw}
                  diffs={diffs}
                  link={row.isItem ? links(row.index) : undefined}
                  compareId={setByRow.get(row.index)}
                  onCompare={onCompare}
                  corrections={corrections}
                  badge={drawBadge}
                  onTag={onTag}
                  onRow={onRow}
                />
              ))}
              {shown.map((column, at) => {
                const tail = diffs.get(column.id)?.tail ?? '';
                return tail === '' ? null : (
                  <div
                    key={`tail:${column.id}`}
                    className={styles.place}
                    style={{ gridColumn: at + 2, gridRow: lastLine(table.rows) }}
                  >
                    <div className={styles.tail}>
                      <DiffTail text={tail} />
                    </div>
                  </div>
                );
              })}
            </>
          )}
        </div>
      </div>
    </div>
  );
}

const drawBadge = (cell: RowCell, item: Item) => <QualityBadge column={cell.column} item={item} />;

const lastLine = (rows: readonly { readonly index: number }[]) => (rows.at(-1)?.index ?? 0) + 2;

/** One link a row, made when first needed; the switch is asked at each telling. */
function rowLinks(_instanceKey: string): (row: number) => ViewerLink {
  const links = new Map<number, ViewerLink>();
  const isOn = () => parseLayout(currentRoute().view).areViewsLinked;
  return (row) => {
    const link = links.get(row) ?? createViewerLink(isOn);
    links.set(row, link);
    return link;
  };
}

function evenColumns(shown: readonly Column[]) {
  return { gridTemplateColumns: `var(--gutter) repeat(${shown.length}, minmax(0, 1fr))` };
}

/** Straight to the element: dragging a column's edge must not draw the rows again. */
function setWidths(grid: HTMLElement | null, widths: Layout): void {
  if (grid === null) return;
  const parts = Object.values(widths).map((width) => `minmax(0, ${width}fr)`);
  grid.style.gridTemplateColumns = ['var(--gutter)', ...parts].join(' ');
}

/** The task sticks below the heads, whose height depends on their strips. */
function useHeadHeight(root: React.RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const head = root.current?.querySelector<HTMLElement>('[role="presentation"]');
    if (head === null || head === undefined) return undefined;
    const observer = new ResizeObserver(() => {
      root.current?.style.setProperty('--head-height', `${head.offsetHeight}px`);
    });
    observer.observe(head);
    return () => observer.disconnect();
  }, [root]);
}
