import type { BlocksDiff } from '../../../components/text-diff/diff-blocks.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import type { Column } from '../columns.ts';
import styles from './DiffNote.module.css';

/** With what a column's text is compared, and how much differs. */
export function DiffNote({
  against,
  diff,
}: {
  readonly against: Column;
  readonly diff: BlocksDiff | undefined;
}) {
  const name = against.letter ?? against.label.toLowerCase();
  return (
    <p className={styles.note} role="status">
      against {name}
      {diff === undefined ? (
        ' …'
      ) : diff.added + diff.removed === 0 ? (
        ': the same text'
      ) : (
        <>
          {' '}
          <ins data-tip="Words and items that stand only here">+{formatCount(diff.added)}</ins>{' '}
          <del data-tip={`Words and items that stand only in ${against.label}`}>
            −{formatCount(diff.removed)}
          </del>
        </>
      )}
    </p>
  );
}
