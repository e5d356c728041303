import type { MarkedCell } from '../../../shared/interleave/strip-marks.ts';
import type { ModalityMatch } from '../../../shared/model/structure.ts';
import { arithmeticLines } from './arithmetic.ts';
import { cellState, cellText, describeCell } from './cell-text.ts';
import styles from './StructureStrip.module.css';

export type TagCell = Extract<MarkedCell, { kind: 'tag' }>;

/** The structure of one sequence as a row of cells: text and items in order, what is wrong marked. */
export function StructureStrip({
  cells,
  matches = [],
  onFollow,
}: {
  readonly cells: readonly MarkedCell[];
  /** The arithmetic behind StS and LeS, told with each item that counts. */
  readonly matches?: readonly ModalityMatch[] | undefined;
  /** Goes to the item of a cell; without it cells are no buttons. */
  readonly onFollow?: ((cell: TagCell) => void) | undefined;
}) {
  if (cells.length === 0) return <span className={styles.empty}>empty</span>;
  return (
    <ol className={styles.strip} aria-label="Structure">
      {cells.map((cell, index) => (
        // a strip has no identity but its order
        <li key={index} className={styles.item}>
          <Cell cell={cell} matches={matches} onFollow={onFollow} />
        </li>
      ))}
    </ol>
  );
}

function Cell({
  cell,
  matches,
  onFollow,
}: {
  readonly cell: MarkedCell;
  readonly matches: readonly ModalityMatch[];
  readonly onFollow: ((cell: TagCell) => void) | undefined;
}) {
  const lines = isCounted(cell) ? arithmeticLines(matches, cell.modality) : [];
  const facts = {
    className: styles.cell,
    'data-state': cellState(cell),
    'data-kind': cell.kind,
    'data-tip': [describeCell(cell), ...lines].join('\n'),
  };
  if (cell.kind !== 'tag' || onFollow === undefined) {
    // what is missing costs points: the keyboard gets at its arithmetic too
    const tabIndex = lines.length > 0 ? 0 : undefined;
    return (
      <span {...facts} role="img" aria-label={describeCell(cell)} tabIndex={tabIndex}>
        {cellText(cell)}
      </span>
    );
  }
  return (
    <button
      type="button"
      {...facts}
      aria-label={`${cellText(cell)}, ${describeCell(cell)}`}
      onClick={() => onFollow(cell)}
    >
      {cellText(cell)}
    </button>
  );
}

/** Repeats and references to the other side are no generated items. */
function isCounted(cell: MarkedCell): cell is Exclude<MarkedCell, { kind: 'text' }> {
  if (cell.kind === 'text') return false;
  if (cell.kind === 'missing') return true;
  return cell.role === 'item' || cell.role === 'dangling' || cell.role === 'orphan';
}
