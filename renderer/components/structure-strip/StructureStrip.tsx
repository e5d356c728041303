import type { MarkedCell } from '../../../shared/interleave/strip-marks.ts';
import { cellState, cellText, describeCell } from './cell-text.ts';
import styles from './StructureStrip.module.css';

export type TagCell = Extract<MarkedCell, { kind: 'tag' }>;

/** The structure of one sequence as a row of cells: text and items in order, what is wrong marked. */
export function StructureStrip({
  cells,
  onFollow,
}: {
  readonly cells: readonly MarkedCell[];
  /** Goes to the item of a cell; without it cells are no buttons. */
  readonly onFollow?: ((cell: TagCell) => void) | undefined;
}) {
  if (cells.length === 0) return <span className={styles.empty}>empty</span>;
  return (
    <ol className={styles.strip} aria-label="Structure">
      {cells.map((cell, index) => (
        // a strip has no identity but its order
        <li key={index} className={styles.item}>
          <Cell cell={cell} onFollow={onFollow} />
        </li>
      ))}
    </ol>
  );
}

function Cell({
  cell,
  onFollow,
}: {
  readonly cell: MarkedCell;
  readonly onFollow: ((cell: TagCell) => void) | undefined;
}) {
  const facts = {
    className: styles.cell,
    'data-state': cellState(cell),
    'data-kind': cell.kind,
    'data-tip': describeCell(cell),
  };
  if (cell.kind !== 'tag' || onFollow === undefined) {
    return (
      <span {...facts} role="img" aria-label={describeCell(cell)}>
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
