import type { Response } from '../../../shared/model/response.ts';
import type { MetricDescriptor, Score } from '../../../shared/model/score.ts';
import { Delta } from '../../components/score/Delta.tsx';
import { ScoreValue } from '../../components/score/ScoreValue.tsx';
import type { Column } from './columns.ts';
import styles from './ScorePanel.module.css';
import { scoreRows, type ScoreRow } from './score-rows.ts';

/** All figures of the responses side by side: metrics, and each item's below its metric. */
export function ScoreTable({
  metrics,
  columns,
  responses,
}: {
  readonly metrics: readonly MetricDescriptor[];
  readonly columns: readonly Column[];
  readonly responses: readonly (Response | undefined)[];
}) {
  const rows = scoreRows(metrics, responses);
  const hasDelta = columns.length === 2;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Score</th>
          {columns.map((column) => (
            <th key={column.id} scope="col" data-tone={column.tone} data-tip={column.label}>
              {column.letter}
            </th>
          ))}
          {hasDelta && (
            <th scope="col" data-tip="A minus B">
              A−B
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-level={row.level}>
            <th scope="row" data-tip={row.title}>
              {row.label}
              <OriginMark origin={row.level === 'metric' ? row.origin : undefined} />
            </th>
            {row.cells.map((score, index) => (
              <td key={columns[index]?.id ?? index} data-tip={describe(score)}>
                <ScoreCell score={score} isHeading={isItemHeading(row)} />
              </td>
            ))}
            {hasDelta && (
              <td>
                <Delta a={row.cells[0]?.value} b={row.cells[1]?.value} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A metric that only has figures for items: its own line is their heading. */
function isItemHeading(row: ScoreRow): boolean {
  return row.level === 'metric' && row.cells.every((cell) => cell === undefined);
}

function ScoreCell({
  score,
  isHeading,
}: {
  readonly score: Score | undefined;
  readonly isHeading: boolean;
}) {
  if (isHeading) return null;
  if (score === undefined) return <span className={styles.none}>—</span>;
  if (score.value !== undefined) return <ScoreValue value={score.value} />;
  return (
    <span className={styles.none}>
      {score.unscored?.code.replace(/^(?:media|imported)-/, '') ?? '—'}
    </span>
  );
}

function OriginMark({ origin }: { readonly origin: ScoreRow['origin'] }) {
  if (origin === undefined || origin === 'computed') return null;
  const title =
    origin === 'example'
      ? 'Hand-written example figures, no judge was asked'
      : origin === 'imported'
        ? 'Imported from a result file'
        : 'Given by a person';
  return (
    <span className={styles.origin} data-tip={title}>
      {origin}
    </span>
  );
}

/** What the figure is, where it comes from and on which scale, in one sentence for the tooltip. */
function describe(score: Score | undefined): string {
  if (score === undefined) return 'No figure is kept for this response.';
  if (score.unscored !== undefined) return `Not computed: ${score.unscored.reason}`;
  const { source } = score;
  const raw = score.raw === undefined ? '' : ` Raw value ${score.raw}`;
  const scale = source.scale === undefined ? '' : ` (${source.scale})`;
  const origin = source.origin === undefined ? '' : ` from ${source.origin}`;
  return `${source.kind}${origin}.${raw}${scale}`;
}
