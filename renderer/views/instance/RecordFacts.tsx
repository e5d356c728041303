import type { InstanceDetail } from '../../../shared/model/instance.ts';
import styles from './ScorePanel.module.css';
import type { Column } from './columns.ts';

/** Where the record and the responses stand on disk, and what was noticed while reading them. */
export function RecordFacts({
  instance,
  columns,
}: {
  readonly instance: InstanceDetail;
  readonly columns: readonly Column[];
}) {
  return (
    <>
      <dl className={styles.facts}>
        <dt>Record</dt>
        <dd data-tip={instance.file}>{place(instance.file, instance.line)}</dd>
        {columns.flatMap((column) =>
          column.response === undefined
            ? []
            : [
                <dt key={`${column.id}:name`} data-tone={column.tone}>
                  {column.letter}
                </dt>,
                <dd key={column.id} data-tip={column.response.file}>
                  {place(column.response.file, column.response.line)}
                </dd>,
              ],
        )}
        {instance.capabilities.length > 0 && (
          <>
            <dt>Needs</dt>
            <dd>{instance.capabilities.join(', ')}</dd>
          </>
        )}
      </dl>
      {instance.problems.length > 0 && (
        <ul className={styles.problems}>
          {instance.problems.map((problem, index) => (
            <li key={index} data-severity={problem.severity}>
              {problem.quirk !== undefined && <b>Quirk {problem.quirk} </b>}
              {problem.message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function place(file: string, line: number): string {
  return `${file.split(/[\\/]/).at(-1) ?? file}:${line}`;
}
