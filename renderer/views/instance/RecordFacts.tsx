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
        <Place file={instance.file} line={instance.line} />
        {columns.flatMap((column) =>
          column.response === undefined
            ? []
            : [
                <dt key={`${column.id}:name`} data-tone={column.tone}>
                  {column.letter}
                </dt>,
                <Place key={column.id} file={column.response.file} line={column.response.line} />,
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

/** File and line, as an editor takes them; the whole path in the tooltip. */
function Place({ file, line }: { readonly file: string; readonly line: number }) {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return (
    <dd data-tip={`${file}:${line}`}>
      line {line} of {name}
    </dd>
  );
}
