import { Columns2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Item, TagSegment } from '../../../../shared/model/content.ts';
import { MODALITIES } from '../../../../shared/model/modality.ts';
import { IconButton } from '../../../components/button/IconButton.tsx';
import type { BlocksDiff } from '../../../components/text-diff/diff-blocks.ts';
import { mediaServices } from '../../../stores/media-store.ts';
import type { ViewerLink } from '../../../modalities/viewer-link.ts';
import { AlignedCell } from './AlignedCell.tsx';
import { centreName, type AlignedTable, type RowCell, type ShownRow } from './aligned-rows.ts';
import styles from './AlignedView.module.css';
import { PairMenu, type Corrections } from './PairMenu.tsx';

export interface AlignedRowProps {
  readonly row: ShownRow;
  readonly table: AlignedTable;
  /** Grid column of the first cell. */
  readonly firstColumn: number;
  readonly raw: readonly string[];
  readonly diffs: ReadonlyMap<string, BlocksDiff>;
  readonly link: ViewerLink | undefined;
  /** Id of the row's set in the compare sheet; undefined where there is nothing to compare. */
  readonly compareId: string | undefined;
  readonly onCompare: (id: string) => void;
  readonly corrections: Corrections;
  readonly badge: (cell: RowCell, item: Item) => ReactNode;
  readonly onTag: (columnId: string, segment: TagSegment) => void;
  readonly onRow: (row: number, columnId: string) => void;
}

/** One row: its number with what can be done with it, and a cell a column. */
export const AlignedRow = memo(function AlignedRow(props: AlignedRowProps) {
  const { row, table, firstColumn, raw, diffs, link, compareId, onCompare } = props;
  const gridRow = row.index + 1;
  const what = row.isItem ? MODALITIES[row.modality].label : 'Text';
  return (
    <div className={styles.row} role="group" aria-label={`Row ${gridRow}: ${what.toLowerCase()}`}>
      <div className={styles.gutter} style={{ gridRow }}>
        <span aria-hidden="true">{gridRow}</span>
        {compareId !== undefined && (
          <IconButton
            label={`Compare row ${gridRow}`}
            action="instance.compare"
            onClick={() => onCompare(compareId)}
          >
            <Columns2 size={13} />
          </IconButton>
        )}
      </div>
      {row.cells.map((cell, at) =>
        cell.column.sequence === undefined ? null : (
          <div
            key={cell.column.id}
            className={styles.place}
            style={{ gridRow, gridColumn: firstColumn + at }}
          >
            <AlignedCell
              row={row}
              cell={cell}
              diff={diffOf(diffs, cell)}
              isRaw={raw.includes(cell.column.id)}
              matches={table.matches.get(cell.column.id)}
              services={mediaServices}
              link={link}
              centreLabel={centreName(table)}
              badge={props.badge}
              menu={
                cell.column === table.centre ? undefined : (
                  <PairMenu row={row} cell={cell} table={table} corrections={props.corrections} />
                )
              }
              onTag={props.onTag}
              onRow={props.onRow}
            />
          </div>
        ),
      )}
    </div>
  );
});

function diffOf(diffs: ReadonlyMap<string, BlocksDiff>, { column, index }: RowCell) {
  return index === undefined ? undefined : diffs.get(column.id)?.parts.get(index);
}
