import type { Run, RunId } from '../../../shared/model/run.ts';
import { RunEntries } from '../../components/run-list/RunEntries.tsx';
import { formatMoment } from '../../components/score/format-moment.ts';
import { formatCount } from '../../components/score/format-score.ts';
import { navigate } from '../../stores/route-store.ts';
import { isActive, runShare } from '../../stores/runs-store.ts';
import { STATE_LABELS } from './labels.ts';

/** The runs of the project, newest first. */
export function RunList({
  runs,
  shown,
}: {
  readonly runs: readonly Run[];
  readonly shown: RunId | undefined;
}) {
  return (
    <RunEntries
      runs={runs.map((run) => ({
        ...{ id: run.id, title: `Run ${run.id}` },
        ...{ state: run.state, stateLabel: STATE_LABELS[run.state] },
        facts: [
          `${formatCount(run.totals.done)} of ${formatCount(run.totals.planned)} · ${formatMoment(run.createdAt)}`,
        ],
        share: isActive(run) ? runShare(run) : undefined,
      }))}
      shown={shown}
      none="None yet. Plan one: nothing is computed before you start it."
      onOpen={(id) => navigate({ view: { run: String(id) } })}
    />
  );
}
