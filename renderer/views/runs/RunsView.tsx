import { useEffect } from 'react';
import { Plus } from 'lucide-react';
import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { ListBeside } from '../../components/list-beside/ListBeside.tsx';
import { latest } from '../../stores/async-data.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { loadRuns, useRuns } from '../../stores/runs-store.ts';
import { NewRun } from './NewRun.tsx';
import { RunDetail } from './RunDetail.tsx';
import { RunList } from './RunList.tsx';

/** Scoring runs: what one will do before it starts, how it goes, and what came of it. */
export function RunsView() {
  const runs = useRuns((state) => state.runs);
  const asked = useRoute((route) => route.view['run']);
  useEffect(() => void loadRuns(), []);
  const list = latest(runs) ?? [];
  const shown = list.find((run) => String(run.id) === asked);
  return (
    <ListBeside
      label="Runs so far"
      list={
        <>
          <header>
            <h1>Runs</h1>
            <Button isPressed={shown === undefined} onClick={() => navigate({ view: {} })}>
              <Plus size={14} aria-hidden="true" /> New
            </Button>
          </header>
          {runs.status === 'failed' && <ErrorText error={runs.error} />}
          <RunList runs={list} shown={shown?.id} />
        </>
      }
    >
      {shown === undefined ? <NewRun /> : <RunDetail runId={shown.id} />}
    </ListBeside>
  );
}
