import { readingBlocks, type ReadingBlock } from '../../../../shared/interleave/reading.ts';
import type { AlignedTable, RowCell, ShownRow } from './aligned-rows.ts';
import { blockLabel, centreName, mayPair } from './aligned-rows.ts';
import { CellMenu, type Partner } from './CellMenu.tsx';
import { reasonText } from './reason-text.ts';

/** How pairs are corrected by hand; blocks by their indexes. */
export interface Corrections {
  readonly pair: (
    model: string,
    blocks: { readonly centreIndex?: number; readonly index?: number },
  ) => void;
  readonly forget: (model: string) => void;
  /** Models of which pairs were made by hand. */
  readonly byHand: readonly string[];
}

interface PairMenuProps {
  readonly row: ShownRow;
  readonly cell: RowCell;
  readonly table: AlignedTable;
  readonly corrections: Corrections;
}

/** The menu of a cell: why it is here, another partner, none, or back to what was computed. */
export function PairMenu(props: PairMenuProps) {
  const { row, cell, table, corrections } = props;
  const { column, block, index, moved, why } = cell;
  const model = column.label;
  if (block === undefined || index === undefined) return <GapMenu {...props} />;
  const current = moved?.index ?? (why.reason === undefined ? undefined : row.centre?.index);
  return (
    <CellMenu
      why={reasonText(moved ?? why, centreName(table))}
      kind={kindOf(cell)}
      partners={() => partnersOf(block, table.centreBlocks, rowsOfCentre(table), current)}
      onPair={(centreIndex) => corrections.pair(model, { centreIndex, index })}
      onApart={current === undefined ? undefined : () => corrections.pair(model, { index })}
      onReset={resetOf(corrections, model)}
    />
  );
}

/** Of an empty slot: which of the column's blocks belongs here. */
function GapMenu({ row, cell: { column, moved }, table, corrections }: PairMenuProps) {
  const { centre } = row;
  const { sequence, label: model } = column;
  if (centre === undefined || sequence === undefined) return null;
  const partners = () =>
    partnersOf(
      centre.block,
      readingBlocks(sequence.segments),
      rowsOfColumn(table, column.id),
      moved?.index,
    );
  const apart = () => corrections.pair(model, { centreIndex: centre.index });
  return (
    <CellMenu
      why={
        moved === undefined
          ? `Nothing in ${model} is paired with this`
          : reasonText(moved, centreName(table))
      }
      kind={moved === undefined ? 'alone' : 'moved'}
      partners={partners}
      onPair={(index) => corrections.pair(model, { centreIndex: centre.index, index })}
      onApart={moved === undefined ? undefined : apart}
      onReset={resetOf(corrections, model)}
    />
  );
}

/** Blocks that may be paired with one, with the rows in which they stand. */
function partnersOf(
  block: ReadingBlock,
  others: readonly ReadingBlock[],
  rows: ReadonlyMap<number | undefined, number>,
  current: number | undefined,
): Partner[] {
  return others.flatMap((other, index) =>
    mayPair(block, other)
      ? [{ index, label: blockLabel(other), row: rows.get(index), isCurrent: index === current }]
      : [],
  );
}

const rowsOfCentre = ({ rows }: AlignedTable) =>
  new Map(rows.map(({ centre, index }) => [centre?.index, index]));

const rowsOfColumn = ({ rows }: AlignedTable, columnId: string) =>
  new Map(
    rows.map(({ cells, index }) => [
      cells.find(({ column }) => column.id === columnId)?.index,
      index,
    ]),
  );

function resetOf({ byHand, forget }: Corrections, model: string): (() => void) | undefined {
  return byHand.includes(model) ? () => forget(model) : undefined;
}

function kindOf({ moved, why }: RowCell) {
  if (why.reason === 'hand' || moved?.reason === 'hand') return 'hand';
  if (moved !== undefined) return 'moved';
  return why.reason === undefined ? 'alone' : 'paired';
}
