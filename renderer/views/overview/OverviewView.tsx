import { ChartNoAxesColumn, FileInput, Gauge, ListFilter, type LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { EmptyState } from '../../components/empty-state/EmptyState.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../components/spinner/Spinner.tsx';
import { useAction } from '../../hooks/use-action.ts';
import { askLeaderboard, showAnalysis, useAnalysis } from '../../stores/analysis-store.ts';
import { latestAnswer } from '../../stores/asked-loader.ts';
import { useAllModels, useMetrics } from '../../stores/models-store.ts';
import { useProject } from '../../stores/project-store.ts';
import { wantPublished } from '../../stores/published-store.ts';
import { isEmptyFilter } from '../../stores/route.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { wantTaxonomy } from '../../stores/taxonomy-store.ts';
import { FilterChips } from '../instances/FilterChips.tsx';
import { ModelPicker } from '../instances/ModelPicker.tsx';
import { DatasetSection } from './DatasetSection.tsx';
import { FigureCharts } from './FigureCharts.tsx';
import { Leaderboard } from './Leaderboard.tsx';
import { measuredMetrics } from '../../stores/metric-choice.ts';
import styles from './OverviewView.module.css';
import { SetSize } from './SetSize.tsx';
import { useOverviewOptions } from './use-overview-options.ts';

/** The set as a whole: who is best, where, how sure that is, and what the set consists of. */
export function OverviewView() {
  const filter = useRoute((route) => route.filter);
  const { groupBy } = useOverviewOptions();
  const state = useAnalysis(({ leaderboard }) => leaderboard);
  const metrics = measuredMetrics(latestAnswer(state), useMetrics());
  useEffect(() => showAnalysis(), []);
  useEffect(() => {
    wantPublished();
    wantTaxonomy(); // a tag in the filter is shown by its name
  }, []);
  useEffect(() => askLeaderboard({ filter, groupBy }), [filter, groupBy]);
  useAction('filter.clear', isEmptyFilter(filter) ? undefined : () => navigate({ filter: {} }));
  return (
    <div className={styles.view}>
      <header className={styles.header}>
        <h1>Overview</h1>
        <SetSize />
        <span className={styles.space} />
        <ModelPicker />
      </header>
      <FilterChips />
      {state.status === 'failed' ? (
        <ErrorText
          error={state.error}
          actions={<Button onClick={() => askLeaderboard({ filter, groupBy })}>Try again</Button>}
        />
      ) : state.status === 'idle' || latestAnswer(state) === undefined ? (
        <div className={styles.waiting}>
          <Spinner />
        </div>
      ) : (
        <Content metrics={metrics} />
      )}
    </div>
  );
}

function Content({ metrics }: { readonly metrics: readonly string[] }) {
  const project = useProject();
  const filter = useRoute((route) => route.filter);
  const models = useAllModels();
  const board = useAnalysis(({ leaderboard }) => latestAnswer(leaderboard));
  const isFiltered = !isEmptyFilter(filter);
  if (project?.instances === 0) return <Nothing {...NO_INSTANCES} />;
  if (board?.instances === 0 && isFiltered) {
    return (
      <EmptyState
        icon={ListFilter}
        title="No instance matches"
        hint="Nothing can be averaged. Take away one of the conditions above, or all of them."
        actions={<Button onClick={() => navigate({ filter: {} })}>Clear all filters</Button>}
      />
    );
  }
  return (
    <>
      {models.length === 0 ? (
        <Nothing {...NO_MODELS} />
      ) : metrics.length === 0 ? (
        <Nothing {...NO_FIGURES} />
      ) : (
        <>
          <Leaderboard metrics={metrics} />
          <FigureCharts metrics={metrics} />
        </>
      )}
      <DatasetSection />
    </>
  );
}

const NO_INSTANCES = {
  icon: FileInput,
  title: 'This project has no instances yet',
  hint: 'Import a dataset folder, then the predictions of one or more models.',
  to: 'import',
  action: 'Import files',
} as const;
const NO_MODELS = {
  icon: ChartNoAxesColumn,
  title: 'No model has answered yet',
  hint: 'Import the predictions of one or more models: structure is scored at once, without a judge.',
  to: 'import',
  action: 'Import predictions',
} as const;
const NO_FIGURES = {
  icon: Gauge,
  title: 'There are no scores yet',
  hint: 'Start a scoring run, or import the results of one.',
  to: 'runs',
  action: 'Plan a run',
} as const;

function Nothing({
  icon,
  title,
  hint,
  to,
  action,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly hint: string;
  readonly to: 'import' | 'runs';
  readonly action: string;
}) {
  return (
    <div className={styles.nothing}>
      <EmptyState
        icon={icon}
        title={title}
        hint={hint}
        actions={
          <Button variant="primary" onClick={() => navigate({ screen: to })}>
            {action}
          </Button>
        }
      />
    </div>
  );
}
