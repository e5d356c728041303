// From the engine's alignment and the columns that are shown to the rows that are drawn. Pure.
import { readingBlocks, type ReadingBlock } from '../../../../shared/interleave/reading.ts';
import type { Alignment, AlignmentLink } from '../../../../shared/model/alignment.ts';
import type { Item } from '../../../../shared/model/content.ts';
import type { ModalityId } from '../../../../shared/model/modality.ts';
import type { ModalityMatch } from '../../../../shared/model/structure.ts';
import type { Column } from '../columns.ts';
import { structureOf } from '../structure-lines.ts';
import type { Why } from './reason-text.ts';

/** A pair that cannot share a row: `number` marks both of its ends, `row` is where the other one is. */
export interface MovedEnd extends Why {
  readonly number: number;
  readonly row: number;
  readonly index: number;
}

/** One column's place in a row. */
export interface RowCell {
  readonly column: Column;
  /** Index of the reading block; undefined for a gap. */
  readonly index: number | undefined;
  readonly block: ReadingBlock | undefined;
  readonly item: Item | undefined;
  readonly why: Why;
  /** Of something that stands elsewhere in the centre, or, in a gap, elsewhere in this column. */
  readonly moved: MovedEnd | undefined;
}

export interface ShownRow {
  /** From 0, also over rows that are not shown. */
  readonly index: number;
  /** One a shown column, without the task. */
  readonly cells: readonly RowCell[];
  /** What the centre has here, even where its column is hidden. */
  readonly centre: { readonly index: number; readonly block: ReadingBlock } | undefined;
  readonly modality: ModalityId;
  readonly isItem: boolean;
}

export interface AlignedTable {
  readonly rows: readonly ShownRow[];
  readonly centre: Column;
  /** Blocks of the centre, for the choice of a partner. */
  readonly centreBlocks: readonly ReadingBlock[];
  /** The structure arithmetic, by column; absent where nothing was counted. */
  readonly matches: ReadonlyMap<string, readonly ModalityMatch[]>;
  /** Blocks of the task beside the rows; `end` is the row that the next span begins at. */
  readonly task: readonly {
    readonly row: number;
    readonly end: number;
    readonly blocks: readonly { readonly index: number; readonly block: ReadingBlock }[];
  }[];
}

/**
 * @param columns  all columns, shown or not
 * @param isShown  by the column's id
 * @returns undefined while alignment and columns are of different states of the data
 */
export function alignedTable(
  alignment: Alignment,
  columns: readonly Column[],
  isShown: (columnId: string) => boolean,
): AlignedTable | undefined {
  const sides = alignment.columns.map(({ id }) => columns.find((column) => column.id === id));
  const blocks = sides.map((side) => readingBlocks(side?.sequence?.segments ?? []));
  const centre = sides[alignment.centre];
  const centreBlocks = blocks[alignment.centre] ?? [];
  const fits = alignment.columns.every(
    (side, at) => sides[at] === undefined || side.blocks === (blocks[at]?.length ?? 0),
  );
  if (centre === undefined || !fits) return undefined;
  const items = sides.map(
    (side) => new Map((side?.sequence?.items ?? []).map((item) => [item.tag, item] as const)),
  );
  const rowOf = rowFinder(alignment);
  const moved = alignment.links.map((link, at) => ({ ...link, number: at + 1 }));
  const rows = alignment.rows.flatMap((row, index): ShownRow[] => {
    const own = row.find(({ column }) => column === alignment.centre);
    const cells = sides.flatMap((column, side): RowCell[] => {
      if (column === undefined || !isShown(column.id)) return [];
      const cell = row.find((each) => each.column === side);
      const block = cell === undefined ? undefined : blocks[side]?.[cell.index];
      const item = block?.kind === 'item' ? items[side]?.get(block.segment.tag) : undefined;
      const { reason, similarity } = cell ?? {};
      return [
        {
          column,
          index: cell?.index,
          block,
          item,
          why: { reason, similarity },
          moved:
            cell === undefined
              ? movedFrom(moved, side, own?.index, rowOf)
              : movedTo(moved, side, cell.index, alignment.centre, rowOf),
        },
      ];
    });
    const first = row[0];
    const kind = blocks[first?.column ?? -1]?.[first?.index ?? -1];
    const centreBlock = own === undefined ? undefined : centreBlocks[own.index];
    if (kind === undefined || cells.every(({ block }) => block === undefined)) return [];
    return [
      {
        index,
        cells,
        centre:
          own === undefined || centreBlock === undefined
            ? undefined
            : { index: own.index, block: centreBlock },
        modality: kind.kind === 'item' ? kind.segment.modality : 'text',
        isItem: kind.kind === 'item',
      },
    ];
  });
  const matches = new Map(
    columns.flatMap((column) => {
      const evidence = structureOf(column.response);
      return evidence === undefined ? [] : [[column.id, evidence.modalities] as const];
    }),
  );
  return { rows, centre, centreBlocks, matches, task: taskSpans(alignment, columns) };
}

function rowFinder(alignment: Alignment): (column: number, index: number) => number {
  const rows = new Map<string, number>();
  alignment.rows.forEach((row, at) => {
    for (const { column, index } of row) rows.set(`${column}:${index}`, at);
  });
  return (column, index) => rows.get(`${column}:${index}`) ?? -1;
}

type Numbered = AlignmentLink & { readonly number: number };

/** Where the centre's partner of a moved block stands. */
function movedTo(
  links: readonly Numbered[],
  column: number,
  index: number,
  centre: number,
  rowOf: (column: number, index: number) => number,
): MovedEnd | undefined {
  const link = links.find((each) => each.column === column && each.index === index);
  if (link === undefined) return undefined;
  const { number, centreIndex, reason, similarity } = link;
  return { number, row: rowOf(centre, centreIndex), index: centreIndex, reason, similarity };
}

/** Where this column has what the centre has here. */
function movedFrom(
  links: readonly Numbered[],
  column: number,
  centreIndex: number | undefined,
  rowOf: (column: number, index: number) => number,
): MovedEnd | undefined {
  const link = links.find((each) => each.column === column && each.centreIndex === centreIndex);
  if (link === undefined) return undefined;
  const { number, index, reason, similarity } = link;
  return { number, row: rowOf(column, index), index, reason, similarity };
}

function taskSpans(alignment: Alignment, columns: readonly Column[]): AlignedTable['task'] {
  const task = columns.find(({ id }) => id === 'task');
  const blocks = readingBlocks(task?.sequence?.segments ?? []);
  return alignment.task.map(({ row, from, to }, at) => ({
    row,
    end: alignment.task[at + 1]?.row ?? alignment.rows.length,
    blocks: blocks.slice(from, to).map((block, index) => ({ index: from + index, block })),
  }));
}

/** The centre in a sentence: `the reference`, or the model's name. */
export function centreName({ centre }: Pick<AlignedTable, 'centre'>): string {
  return centre.id === 'reference' ? 'the reference' : centre.label;
}

/** A block in a few words, for a menu. */
export function blockLabel(block: ReadingBlock): string {
  if (block.kind === 'item') return block.segment.tag;
  const text = block.parts
    .map((part) => (typeof part === 'string' ? part : part.tag))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > 48 ? `“${text.slice(0, 46)}…”` : `“${text}”`;
}

/** Whether two blocks may be a pair at all. */
export function mayPair(a: ReadingBlock, b: ReadingBlock): boolean {
  const kind = (block: ReadingBlock) => (block.kind === 'text' ? 'run' : block.segment.modality);
  return kind(a) === kind(b);
}
