import { readingBlocks } from '../../../../shared/interleave/reading.ts';
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

/** The menu of a cell: why it is here, another partner, none, or back to what was computed. */
export function PairMenu({
  row,
  cell,
  table,
  corrections,
}: {
  readonly row: ShownRow;
  readonly cell: RowCell;
  readonly table: AlignedTable;
  readonly corrections: Corrections;
}) {
  const { column, block, index, moved, why } = cell;
  const model = column.label;
  const onReset = corrections.byHand.includes(model) ? () => corrections.forget(model) : undefined;
  if (block === undefined || index === undefined)
    return <GapMenu row={row} cell={cell} table={table} corrections={corrections} />;
  const current = moved?.index ?? (why.reason === undefined ? undefined : row.centre?.index);
  const rowOf = new Map(table.rows.map((each) => [each.centre?.index, each.index]));
  const partners = table.centreBlocks.flatMap((other, at): Partner[] =>
    mayPair(block, other)
      ? [
          {
            index: at,
            label: blockLabel(other),
            row: rowOf.get(at) ?? 0,
            isCurrent: at === current,
          },
        ]
      : [],
  );
  return (
    <CellMenu
      why={reasonText(moved ?? why, centreName(table))}
      kind={kindOf(cell)}
      partners={partners}
      onPair={(centreIndex) => corrections.pair(model, { centreIndex, index })}
      onApart={current === undefined ? undefined : () => corrections.pair(model, { index })}
      onReset={onReset}
    />
  );
}

/** Of an empty slot: which of the column's blocks belongs here. */
function GapMenu({
  row,
  cell: { column, moved },
  table,
  corrections,
}: {
  readonly row: ShownRow;
  readonly cell: RowCell;
  readonly table: AlignedTable;
  readonly corrections: Corrections;
}) {
  const { centre } = row;
  if (centre === undefined || column.sequence === undefined) return null;
  const model = column.label;
  const rowOf = new Map(
    table.rows.map((each) => [
      each.cells.find((own) => own.column.id === column.id)?.index,
      each.index,
    ]),
  );
  const partners = readingBlocks(column.sequence.segments).flatMap((other, at): Partner[] =>
    mayPair(centre.block, other)
      ? [
          {
            index: at,
            label: blockLabel(other),
            row: rowOf.get(at) ?? 0,
            isCurrent: at === moved?.index,
          },
        ]
      : [],
  );
  if (partners.length === 0) return null;
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
      onApart={
        moved === undefined
          ? undefined
          : () => corrections.pair(model, { centreIndex: centre.index })
      }
      onReset={corrections.byHand.includes(model) ? () => corrections.forget(model) : undefined}
    />
  );
}

function kindOf({ moved, why }: RowCell) {
  if (why.reason === 'hand' || moved?.reason === 'hand') return 'hand';
  if (moved !== undefined) return 'moved';
  return why.reason === undefined ? 'alone' : 'paired';
}
