import { useMemo, useState } from 'react';
import type { GroupBy } from '../../../shared/model/report.ts';
import { Button } from '../../components/button/Button.tsx';
import { formatCount } from '../../components/score/format-score.ts';
import { useAnalysis } from '../../stores/analysis-store.ts';
import { latest } from '../../stores/async-data.ts';
import { SCALES, type Scale } from '../../stores/overview-options.ts';
import { usePublished } from '../../stores/published-store.ts';
import { Choice } from './Choice.tsx';
import styles from './Leaderboard.module.css';
import { firstGroups, leaderGroups, publishedSources } from './leaderboard-rows.ts';
import { LeaderboardTable } from './LeaderboardTable.tsx';
import { Notes } from './Notes.tsx';
import { chooseOptions, useOverviewOptions } from './use-overview-options.ts';

const SCALE_LABELS: Readonly<Record<Scale, readonly [label: string, title: string]>> = {
  abs: ['abs', 'Mean over the instances that the model supports'],
  rel: ['rel', 'Supporting rate τ times abs'],
  tau: ['τ', 'Supporting rate: supported instances of all instances'],
};
const GROUPS: readonly (readonly [GroupBy | '', string])[] = [
  ['', 'Overall'],
  ['field', 'By field'],
  ['subdomain', 'By subdomain'],
  ['difficulty', 'By difficulty'],
  ['combination', 'By combination'],
  ['capability', 'By capability'],
];
/** More rows than these are shown when asked for. */
const MOST_ROWS = 48;

/** Models × metrics, as the paper's tables, with how sure each mean is. */
export function Leaderboard({ metrics }: { readonly metrics: readonly string[] }) {
  const options = useOverviewOptions();
  const state = useAnalysis(({ leaderboard }) => leaderboard);
  const answered = latest(state);
  const published = usePublished();
  const [isWhole, setIsWhole] = useState(false);
  const groups = useMemo(
    () =>
      answered === undefined
        ? []
        : leaderGroups(answered.answer, published, metrics, answered.question.groupBy, options),
    [answered, published, metrics, options],
  );
  if (answered === undefined) return null;
  const shown = isWhole ? groups : firstGroups(groups, MOST_ROWS);
  const hidden = groups.length - shown.length;
  const { isComplete, notes } = answered.answer;
  return (
    <section className={styles.section} aria-labelledby="leaderboard-title">
      <header className={styles.bar}>
        <h2 id="leaderboard-title">Leaderboard</h2>
        <Choice
          label="Scale"
          options={SCALES.map((scale) => [scale, ...SCALE_LABELS[scale]] as const)}
          value={options.scale}
          onChange={(scale) => chooseOptions({ scale })}
        />
        <select
          className={styles.select}
          aria-label="Group by"
          value={options.groupBy ?? ''}
          onChange={(event) => {
            const found = GROUPS.find(([id]) => id === event.target.value)?.[0];
            setIsWhole(false);
            chooseOptions({ groupBy: found === '' ? undefined : found });
          }}
        >
          {GROUPS.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={options.hasPublished}
            onChange={(event) => chooseOptions({ hasPublished: event.target.checked })}
          />
          Published results
        </label>
        <p className={styles.status} role="status">
          {isComplete ? '' : 'Intervals are being computed…'}
        </p>
      </header>
      <LeaderboardTable
        groups={shown}
        groupBy={answered.question.groupBy}
        metrics={metrics}
        isComplete={isComplete}
        isStale={state.status === 'loading'}
      />
      {hidden > 0 && (
        <Button onClick={() => setIsWhole(true)}>
          Show {formatCount(hidden)} more of {formatCount(groups.length)} groups
        </Button>
      )}
      <Notes
        notes={[
          ...publishedSources(shown).map(
            ({ number, text }) =>
              `[${number}] Published, shown as printed, never recomputed: ${text}.`,
          ),
          ...(options.hasPublished ? hintOfPublished(answered.question.groupBy) : []),
          ...notes.map(({ message }) => message),
        ]}
      />
    </section>
  );
}

/** Where the published figures are when they are not here. */
function hintOfPublished(groupBy: GroupBy | undefined): readonly string[] {
  if (groupBy === 'field') return [];
  return [
    groupBy === undefined
      ? 'The main tables of UniM are printed by field only: group by field to see them beside.'
      : 'Published results are printed by field or for all, not in these groups.',
  ];
}
