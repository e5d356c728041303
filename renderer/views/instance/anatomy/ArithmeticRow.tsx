import type { Column } from '../columns.ts';
import styles from '../ScorePanel.module.css';
import type { AnatomyRow } from './anatomy-rows.ts';

/** Below a composite: its formula with each model's figures in it, or why there is none. */
export function ArithmeticRow({
  row,
  columns,
  span,
}: {
  readonly row: AnatomyRow;
  readonly columns: readonly Column[];
  readonly span: number;
}) {
  return (
    <tr className={styles.arithmetic}>
      <td colSpan={span}>
        {row.arithmetic.map((line, index) => {
          const column = columns[index];
          if (line === undefined || column === undefined) return null;
          return (
            <p
              key={column.id}
              data-kind={line.kind}
              data-tip={'note' in line ? line.note : undefined}
            >
              <b data-tone={column.tone}>{column.letter}</b>{' '}
              {line.kind === 'computed' ? line.text : `not computed. ${line.reason}`}
            </p>
          );
        })}
      </td>
    </tr>
  );
}
