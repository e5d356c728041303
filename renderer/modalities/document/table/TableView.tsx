import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { ModalityViewProps, PlacedMark } from '../../define.ts';
import { StateBox } from '../../parts/StateBox.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { loadTable } from './load-table.ts';
import type { Sheet } from './read-table.ts';
import { ROW_PX } from './row-px.ts';
import { SheetGrid } from './SheetGrid.tsx';
import { SheetTabs } from './SheetTabs.tsx';
import styles from './TableView.module.css';

const count = new Intl.NumberFormat('en-US');

/** What is marked on the sheets of an item; each counts as a page. */
interface SheetMarking extends Pick<ModalityViewProps, 'selection' | 'showing'> {
  readonly tag: string;
  readonly marks: readonly PlacedMark[];
}

/** A spreadsheet or delimited file: a grid, with a tab for each sheet. */
export function TableView({
  url,
  format,
  size,
  onDetails,
  link,
  marking,
}: {
  readonly url: string;
  readonly format: 'csv' | 'tsv' | 'xlsx';
  readonly size: 'card' | 'full';
  readonly onDetails: ModalityViewProps['onDetails'];
  readonly link?: ModalityViewProps['link'];
  readonly marking: SheetMarking;
}) {
  const loaded = useLoaded(url, (signal) => loadTable(url, format, signal));
  const [chosen, setChosen] = useState(0);
  const sheets = loaded.status === 'ready' ? loaded.value : [];
  const sheet = sheets[chosen];
  const frame = useRef<HTMLDivElement>(null);
  const isOne = sheets.length < 2;
  const { tag, marks, selection, showing } = marking;
  useImperativeHandle(showing, () => (mark) => {
    if (mark.kind === 'page' && mark.page <= sheets.length) setChosen(mark.page - 1);
  });
  // of one sheet there is nothing less than all of it
  useImperativeHandle(selection, () => () => {
    const area = frame.current?.getBoundingClientRect();
    if (isOne || area === undefined) return undefined;
    const anchor = new DOMRect(area.x + 16, area.y + 16, 0, 0);
    return { mark: { kind: 'page', tag, page: chosen + 1 }, anchor };
  });
  const shape =
    sheet === undefined
      ? undefined
      : `${count.format(sheet.rows.length + sheet.rowsLeftOut)} × ${count.format(sheet.columns)}`;
  useEffect(() => {
    if (shape !== undefined) onDetails?.([format.toUpperCase(), shape]);
  }, [onDetails, format, shape]);
  if (loaded.status === 'failed') {
    return <StateBox kind="bad" title="table cannot be read" detail={loaded.message} />;
  }
  if (sheet === undefined) {
    if (loaded.status === 'ready') {
      return <StateBox kind="quiet" title="The file holds no sheet" />;
    }
    return <div className={styles.frame} data-size={size} />;
  }
  return (
    <div
      ref={frame}
      className={styles.frame}
      data-size={size}
      // room for a few rows more than there are would be empty
      style={size === 'card' ? { height: cardHeight(sheets) } : undefined}
    >
      {sheet.rows.length === 0 ? (
        <StateBox kind="quiet" title="The sheet is empty" />
      ) : (
        <SheetGrid
          key={chosen}
          sheet={sheet}
          size={size}
          hasHeader={format !== 'xlsx'}
          link={link}
          place={chosen}
        />
      )}
      {sheet.rowsLeftOut > 0 && (
        <p className={styles.note}>
          The first {count.format(sheet.rows.length)} rows; {count.format(sheet.rowsLeftOut)} more
          are not shown.
        </p>
      )}
      {sheets.length > 1 && (
        <SheetTabs
          names={sheets.map(({ name }) => name)}
          chosen={chosen}
          onChoose={setChosen}
          marks={marks}
        />
      )}
    </div>
  );
}

function cardHeight(sheets: readonly Sheet[]): number {
  const rows = Math.max(...sheets.map((sheet) => sheet.rows.length));
  // header, a horizontal scroll bar, tabs
  return Math.min(320, ROW_PX + 14 + rows * ROW_PX + (sheets.length > 1 ? 30 : 0));
}
