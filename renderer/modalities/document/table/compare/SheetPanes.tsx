import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ListFilter } from 'lucide-react';
import { isKeyOf, keyTitle } from '../../../../hooks/key-match.ts';
import { DifferenceSteps, stepOfKey } from '../../../parts/DifferenceSteps.tsx';
import { ToolBar, ToolButton, ToolSelect, ToolSpace } from '../../../parts/ToolBar.tsx';
import { columnName, columnWidths } from '../column-widths.ts';
import type { RowsBy, SheetComparison } from './compare-sheets.ts';
import type { ComparedSheet, Partner } from './compared-sheet.ts';
import { SheetPane } from './SheetPane.tsx';
import styles from './SheetCompare.module.css';

const number = new Intl.NumberFormat('en-US');

/** The panes with one scroll position for all, and the tools that go from difference to difference. */
export function SheetPanes({
  sheets,
  comparison,
  hasHeader,
  by,
  onBy,
  problems,
  tools,
}: {
  readonly sheets: readonly ComparedSheet[];
  readonly comparison: SheetComparison;
  readonly hasHeader: boolean;
  readonly by: RowsBy;
  readonly onBy: (by: RowsBy) => void;
  readonly problems: readonly string[];
  readonly tools: ReactNode;
}) {
  const [isOnlyDiffering, setOnlyDiffering] = useState(false);
  const [current, setCurrent] = useState(-1);
  const panes = useRef(new Map<string, HTMLElement>());
  const goTo = useRef<(drawn: number, column: number) => void>(undefined);
  const { places, differs } = comparison;
  const count = places.length / 2;
  const drawn = useMemo(
    () => Int32Array.from(differs.keys()).filter((row) => !isOnlyDiffering || differs[row] === 1),
    [differs, isOnlyDiffering],
  );
  const widths = useMemo(() => {
    const all = sheets.map(({ sheet }) => columnWidths(sheet.rows, comparison.columns));
    return Array.from({ length: comparison.columns }, (_, column) =>
      // room for the letter beside the name
      Math.max(...all.map((one) => (one[column] ?? 0) + (hasHeader ? 18 : 0))),
    );
  }, [sheets, comparison.columns, hasHeader]);
  // the same in all panes, or they could not be scrolled alike to their ends
  const numberPx =
    String(Math.max(...sheets.map(({ sheet }) => sheet.rows.length))).length * 7 + 30;
  const place = { row: places[2 * current] ?? -1, column: places[2 * current + 1] ?? -1 };
  const go = (step: number) => {
    if (count === 0) return;
    const next = current < 0 && step < 0 ? count - 1 : (current + step + count) % count;
    setCurrent(next);
    goTo.current?.(drawn.indexOf(places[2 * next] ?? 0), Math.max(0, places[2 * next + 1] ?? 0));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLSelectElement) return;
    const step = stepOfKey(event);
    if (step !== undefined) go(step);
    else if (isKeyOf('texts.all', event)) setOnlyDiffering(!isOnlyDiffering);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onScroll = (moved: HTMLElement) => {
    for (const pane of panes.current.values()) {
      if (pane === moved) continue;
      if (pane.scrollTop !== moved.scrollTop) pane.scrollTop = moved.scrollTop;
      if (pane.scrollLeft !== moved.scrollLeft) pane.scrollLeft = moved.scrollLeft;
    }
  };
  const notes = [...problems, ...comparisonNotes(sheets, comparison)];
  return (
    <div className={styles.body} onKeyDown={onKey}>
      <div className={styles.tools}>
        <ToolBar label="Comparison">
          <ToolSelect<RowsBy>
            label="How rows find each other"
            value={by}
            options={[
              { value: 'content', text: 'rows by content' },
              { value: 'number', text: 'rows by number' },
            ]}
            onChange={onBy}
          />
          <ToolButton
            label="Only rows that differ"
            keys={keyTitle('texts.all')}
            icon={<ListFilter size={14} />}
            isPressed={isOnlyDiffering}
            onClick={() => setOnlyDiffering(!isOnlyDiffering)}
          />
          <ToolSpace />
          <DifferenceSteps
            status={
              current < 0
                ? countText(comparison)
                : `${number.format(current + 1)} of ${number.format(count)} · ${placeText(sheets, comparison, place)}`
            }
            onStep={count === 0 ? undefined : go}
          />
          {tools}
        </ToolBar>
      </div>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <div className={styles.panes}>
        {sheets.map(({ entry, sheet }, index) => (
          <SheetPane
            key={entry.id}
            entry={entry}
            sheet={sheet}
            rows={comparison.rows[index] ?? new Int32Array()}
            partners={partnersOf(sheets, comparison, index)}
            isBase={index === 0}
            drawn={drawn}
            widths={widths}
            numberPx={numberPx}
            hasHeader={hasHeader}
            current={place}
            onScroll={onScroll}
            goTo={index === 0 ? goTo : undefined}
            register={(element) => {
              panes.current.set(entry.id, element);
              return () => panes.current.delete(entry.id);
            }}
          />
        ))}
      </div>
    </div>
  );
}

function partnersOf(
  sheets: readonly ComparedSheet[],
  { rows }: SheetComparison,
  index: number,
): Partner[] {
  return sheets.flatMap(({ entry, sheet }, other) => {
    const isPartner = index === 0 ? other > 0 : other === 0;
    return isPartner ? [{ entry, sheet, rows: rows[other] ?? new Int32Array() }] : [];
  });
}

function countText({ cellsThatDiffer, differs }: SheetComparison): string {
  const rows = differs.reduce((sum, one) => sum + one, 0);
  if (rows === 0) return 'no difference';
  const cells = `${number.format(cellsThatDiffer)} ${cellsThatDiffer === 1 ? 'cell' : 'cells'}`;
  return `${cells} in ${number.format(rows)} ${rows === 1 ? 'row' : 'rows'} differ`;
}

function placeText(
  sheets: readonly ComparedSheet[],
  { rows }: SheetComparison,
  place: { readonly row: number; readonly column: number },
): string {
  const own = sheets.map(({ entry, sheet }, index) => {
    const row = rows[index]?.[place.row] ?? -1;
    const where = `row ${number.format(row + 1)}`;
    if (row < 0) return `${entry.label}: no such row`;
    return place.column < 0
      ? `${entry.label}: ${where}`
      : `${entry.label} ${columnName(place.column)}${row + 1}: “${cut(sheet.rows[row]?.[place.column] ?? '')}”`;
  });
  return own.join(' · ');
}

const cut = (text: string) => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

function comparisonNotes(
  sheets: readonly ComparedSheet[],
  { isExact, places, cellsThatDiffer }: SheetComparison,
): string[] {
  const notes = sheets.flatMap(({ entry, sheet }) =>
    sheet.rowsLeftOut === 0
      ? []
      : [
          `${entry.label}: the first ${number.format(sheet.rows.length)} rows; ${number.format(sheet.rowsLeftOut)} more are not compared.`,
        ],
  );
  if (!isExact)
    notes.push(
      'The rows differ too much to be matched to the end: only rows that occur once in both find each other.',
    );
  if (places.length / 2 < cellsThatDiffer)
    notes.push(
      `The keys go to the first ${number.format(places.length / 2)} differences; all are marked.`,
    );
  return notes;
}
