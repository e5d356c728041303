import { ArrowDown, ArrowUp } from 'lucide-react';
import type { GroupBy } from '../../../shared/model/report.ts';
import { ExampleMark } from '../../components/score/ExampleMark.tsx';
import { formatCount, formatCounted, formatScore } from '../../components/score/format-score.ts';
import { useAllModels, useMetrics, useModels } from '../../stores/models-store.ts';
import styles from './Leaderboard.module.css';
import type { LeaderCell, LeaderGroup, LeaderRow } from './leaderboard-rows.ts';
import { LeaderFigure } from './LeaderFigure.tsx';
import { chooseOptions, useOverviewOptions } from './use-overview-options.ts';
import { useWords } from './use-words.ts';

interface TableProps {
  readonly groups: readonly LeaderGroup[];
  readonly groupBy: GroupBy | undefined;
  readonly metrics: readonly string[];
  readonly isComplete: boolean;
  /** Newer figures are on their way. */
  readonly isStale: boolean;
}

const SUPPORT_RULES = {
  manifest: 'as its manifest says',
  'has-response': 'where it has a response; no manifest says what it takes',
} as const;

export function LeaderboardTable({ groups, groupBy, metrics, isComplete, isStale }: TableProps) {
  const { scale } = useOverviewOptions();
  const shown = scale === 'tau' ? [] : metrics;
  const columns = shown.length + (scale === 'tau' ? 4 : 2);
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Leaderboard, table">
      <table className={styles.table} data-stale={isStale || undefined}>
        <thead>
          <tr>
            <th scope="col">Model</th>
            <SortedHead column="tau" label="τ" title="Supporting rate, in percent" />
            {scale === 'tau' && (
              <>
                <th scope="col">Supported</th>
                <th scope="col">Instances</th>
                <th scope="col" className={styles.words}>
                  What counts as supported
                </th>
              </>
            )}
            {shown.map((metric) => (
              <MetricHead key={metric} metric={metric} />
            ))}
          </tr>
        </thead>
        {groups.map((each) => (
          <GroupBody
            key={each.group}
            group={each}
            groupBy={groupBy}
            columns={columns}
            isComplete={isComplete}
          />
        ))}
      </table>
    </div>
  );
}

function MetricHead({ metric }: { readonly metric: string }) {
  const found = useMetrics().find(({ id }) => id === metric);
  return (
    <SortedHead column={metric} label={found?.label ?? metric} title={found?.title ?? metric} />
  );
}

/** A click sorts, the best first; a second one turns round, a third leaves the project's order. */
function SortedHead({
  column,
  label,
  title,
}: {
  readonly column: string;
  readonly label: string;
  readonly title: string;
}) {
  const { order, isAscending } = useOverviewOptions();
  const isSorted = order === column;
  const Arrow = isAscending ? ArrowUp : ArrowDown;
  const next = !isSorted
    ? { order: column, isAscending: false }
    : isAscending
      ? { order: undefined }
      : { isAscending: true };
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : 'none'}
      data-sorted={isSorted || undefined}
    >
      <button
        type="button"
        className={styles.head}
        data-tip={`${title} · click to sort`}
        onClick={() => chooseOptions(next)}
      >
        {isSorted && <Arrow size={11} aria-hidden="true" />}
        {label}
        <span className="visually-hidden"> {title}</span>
      </button>
    </th>
  );
}

function GroupBody({
  group,
  groupBy,
  columns,
  isComplete,
}: {
  readonly group: LeaderGroup;
  readonly groupBy: GroupBy | undefined;
  readonly columns: number;
  readonly isComplete: boolean;
}) {
  const words = useWords();
  const { scale } = useOverviewOptions();
  const head = columns + 1;
  return (
    <tbody>
      {groupBy !== undefined && (
        <tr className={styles.group}>
          <th scope="rowgroup" colSpan={head}>
            <a href={words.href({ by: groupBy, group: group.group })}>
              {words.group(groupBy, group.group)}
            </a>
            <small>{formatCounted(group.instances ?? 0, 'instance')}</small>
          </th>
        </tr>
      )}
      {group.measured.map((row) => (
        <tr key={row.id}>
          <ModelHead row={row} />
          <Tau row={row} />
          {scale === 'tau' ? (
            <Support row={row} instances={group.instances ?? 0} />
          ) : (
            row.cells.map((cell) => (
              <td key={cell.metric}>
                <LeaderFigure
                  cell={cell}
                  isComplete={isComplete}
                  href={words.href(behindCell(group, groupBy, row, cell, true))}
                  hrefUnscored={words.href(behindCell(group, groupBy, row, cell, false))}
                />
              </td>
            ))
          )}
        </tr>
      ))}
      {group.published.map((row) => (
        <tr key={row.id} className={styles.published}>
          <ModelHead row={row} />
          <Tau row={row} />
          {scale === 'tau' ? (
            <td colSpan={3} className={styles.words}>
              {row.source?.text}
            </td>
          ) : (
            row.cells.map((cell) => (
              <td key={cell.metric}>{cell.value === undefined ? '' : formatScore(cell.value)}</td>
            ))
          )}
        </tr>
      ))}
    </tbody>
  );
}

function behindCell(
  { group }: LeaderGroup,
  by: GroupBy | undefined,
  { model }: LeaderRow,
  { metric }: LeaderCell,
  scored: boolean,
) {
  return { by, group, model, metric, scored };
}

function ModelHead({ row }: { readonly row: LeaderRow }) {
  const tone = useModels().find(({ name }) => name === row.model)?.tone;
  const hasExamples = useAllModels().some(
    ({ name, hasExampleScores }) => name === row.model && hasExampleScores,
  );
  if (row.source !== undefined) {
    return (
      <th scope="row" data-tip={`Published, not measured here: ${row.source.text}`}>
        {row.model} <span className={styles.badge}>published [{row.source.number}]</span>
      </th>
    );
  }
  return (
    <th scope="row">
      {tone !== undefined && (
        <i className={styles.letter} data-tone={tone} aria-label={`model ${tone.toUpperCase()}`}>
          {tone.toUpperCase()}
        </i>
      )}
      {row.model}
      {hasExamples && <ExampleMark />}
    </th>
  );
}

function Tau({ row: { tau, supportRule } }: { readonly row: LeaderRow }) {
  const rule = supportRule === undefined ? undefined : `Supported ${SUPPORT_RULES[supportRule]}`;
  return <td data-tip={rule}>{tau === undefined ? '' : formatScore(tau)}</td>;
}

function Support({ row, instances }: { readonly row: LeaderRow; readonly instances: number }) {
  return (
    <>
      <td>{formatCount(Math.round((row.tau ?? 0) * instances))}</td>
      <td>{formatCount(instances)}</td>
      <td className={styles.words}>
        {row.supportRule === undefined ? '' : SUPPORT_RULES[row.supportRule]}
      </td>
    </>
  );
}
