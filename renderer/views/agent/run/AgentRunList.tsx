import type { AgentRun, AgentRunId } from '../../../../shared/model/agent.ts';
import { RunEntries } from '../../../components/run-list/RunEntries.tsx';
import { formatMoment } from '../../../components/score/format-moment.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import { navigate } from '../../../stores/route-store.ts';

/** The runs of the agent, newest first. */
export function AgentRunList({
  runs,
  shown,
}: {
  readonly runs: readonly AgentRun[];
  readonly shown: AgentRunId | undefined;
}) {
  return (
    <RunEntries
      runs={runs.map(({ id, model, state, label, totals: { done, planned }, createdAt }) => ({
        ...{ id, title: model, state, stateLabel: state },
        facts: [
          `run ${id} · ${formatCount(done)} of ${formatCount(planned)} · ${formatMoment(createdAt)}`,
          ...(label === undefined ? [] : [label]),
        ],
        share: state === 'running' ? (planned === 0 ? 0 : done / planned) : undefined,
      }))}
      shown={shown}
      none="None yet. Plan one: nothing is spent before you start it."
      onOpen={(id) => navigate({ view: { run: String(id) } })}
    />
  );
}
