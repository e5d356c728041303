import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { ListBeside } from '../../components/list-beside/ListBeside.tsx';
import { loadAgentRuns, useAgent } from '../../stores/agent-store.ts';
import { latest } from '../../stores/async-data.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { AgentRunDetail } from './run/AgentRunDetail.tsx';
import { AgentRunList } from './run/AgentRunList.tsx';
import { NewAgentRun } from './run/NewAgentRun.tsx';
import { traceOf } from './trace/place.ts';
import { TraceView } from './trace/TraceView.tsx';

/** UniMA: what a run would do, its runs, and their traces. */
export function AgentView() {
  const view = useRoute((route) => route.view);
  const trace = traceOf(view);
  return trace === undefined ? <AgentRuns asked={view['run']} /> : <TraceView name={trace} />;
}

function AgentRuns({ asked }: { readonly asked: string | undefined }) {
  const runs = useAgent((state) => state.runs);
  useEffect(() => void loadAgentRuns(), []);
  const list = latest(runs) ?? [];
  const shown = list.find((run) => String(run.id) === asked);
  return (
    <ListBeside
      label="Runs of the agent"
      list={
        <>
          <header>
            <h1>Agent</h1>
            <Button isPressed={shown === undefined} onClick={() => navigate({ view: {} })}>
              <Plus size={14} aria-hidden="true" /> New
            </Button>
          </header>
          {runs.status === 'failed' && <ErrorText error={runs.error} />}
          <AgentRunList runs={list} shown={shown?.id} />
        </>
      }
    >
      {shown === undefined ? <NewAgentRun /> : <AgentRunDetail runId={shown.id} />}
    </ListBeside>
  );
}
