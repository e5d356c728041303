import { ChartNoAxesColumn, FileInput, GitCompareArrows, type LucideIcon } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { EmptyState } from '../../components/empty-state/EmptyState.tsx';
import { formatCounted } from '../../components/score/format-score.ts';
import { useAction } from '../../hooks/use-action.ts';
import { latestAnswer } from '../../stores/asked-loader.ts';
import { showComparison, useCompare } from '../../stores/compare-store.ts';
import { useProject } from '../../stores/project-store.ts';
import { isEmptyFilter } from '../../stores/route.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { wantTaxonomy } from '../../stores/taxonomy-store.ts';
import { FilterChips } from '../instances/FilterChips.tsx';
import { chartMetric } from '../../stores/metric-choice.ts';
import styles from './CompareView.module.css';
import { FlipSection } from './FlipSection.tsx';
import { MatrixSection } from './MatrixSection.tsx';
import { putModel } from './model-places.ts';
import { PairChoice } from './PairChoice.tsx';
import { PairSection } from './PairSection.tsx';
import { ScatterSection } from './ScatterSection.tsx';
import { SliceSection } from './SliceSection.tsx';
import { chooseBrush, useComparedModels, useCompareOptions } from './use-compare.ts';

/** Two models over the current filter: how they differ, how sure that is, and on which instances. */
export function CompareView() {
  const project = useProject();
  const filter = useRoute((route) => route.filter);
  const models = useComparedModels();
  const names = useMemo(() => models.map(({ name }) => name), [models]);
  const [a, b] = names;
  useEffect(() => showComparison(), []);
  useEffect(() => wantTaxonomy(), []); // a tag in the filter is shown by its name
  useAction('filter.clear', isEmptyFilter(filter) ? undefined : () => navigate({ filter: {} }));
  useAction(
    'compare.swap',
    b === undefined
      ? undefined
      : () => {
          chooseBrush(undefined);
          navigate({ models: putModel(names, 0, b) });
        },
  );
  return (
    <div className={styles.view}>
      <header className={styles.header}>
        <h1>Compare</h1>
        <SetSize />
        <span className={styles.space} />
        <PairChoice />
      </header>
      <FilterChips />
      {project?.instances === 0 ? (
        <Nothing {...NO_INSTANCES} />
      ) : a === undefined ? (
        <Nothing {...NO_MODELS} />
      ) : b === undefined ? (
        <OneModel name={a} />
      ) : (
        <Pair a={a} b={b} names={names} />
      )}
    </div>
  );
}

function Pair({
  a,
  b,
  names,
}: {
  readonly a: string;
  readonly b: string;
  readonly names: readonly string[];
}) {
  const asked = useCompareOptions();
  const comparison = useCompare(({ pair }) => latestAnswer(pair));
  const metrics = useMemo(
    () => comparison?.metrics.filter(({ n }) => n > 0).map(({ metric }) => metric) ?? [],
    [comparison],
  );
  // one that is asked for is shown although nobody has it: the engine says so
  const metric = asked.metric ?? chartMetric(metrics, undefined);
  const filter = useRoute((route) => route.filter);
  const hasNone = comparison?.instances === 0;
  return (
    <>
      <PairSection a={a} b={b} metric={metric} />
      {hasNone && !isEmptyFilter(filter) && (
        <div>
          <Button onClick={() => navigate({ filter: {} })}>Clear all filters</Button>
        </div>
      )}
      {metric !== undefined && !hasNone && (
        <>
          <ScatterSection a={a} b={b} metric={metric} metrics={metrics} />
          <SliceSection a={a} b={b} metric={metric} />
          <FlipSection a={a} b={b} metrics={metrics} />
          {names.length > 2 && <MatrixSection models={names} />}
        </>
      )}
    </>
  );
}

/** What can be said of one model alone. */
function OneModel({ name }: { readonly name: string }) {
  const { metric } = useCompareOptions();
  return (
    <>
      <EmptyState
        icon={GitCompareArrows}
        title={`“${name}” is the only model`}
        hint="Differences, tests, scatter and flips need a second one; import its predictions. What can be told of one model alone stands below."
        actions={
          <Button variant="primary" onClick={() => navigate({ screen: 'import' })}>
            Import predictions
          </Button>
        }
      />
      <SliceSection a={name} b={undefined} metric={metric ?? 'StS'} />
    </>
  );
}

function SetSize() {
  const all = useProject()?.instances ?? 0;
  const shown = useCompare(({ pair }) => latestAnswer(pair)?.instances);
  return (
    <p className={styles.size}>
      {shown !== undefined && shown !== all
        ? `${shown.toLocaleString('en')} of ${formatCounted(all, 'instance')}`
        : formatCounted(all, 'instance')}
    </p>
  );
}

const NO_INSTANCES = {
  icon: FileInput,
  title: 'This project has no instances yet',
  hint: 'Import a dataset folder, then the predictions of two or more models.',
} as const;
const NO_MODELS = {
  icon: ChartNoAxesColumn,
  title: 'No model has answered yet',
  hint: 'Import the predictions of two models: structure is scored at once, without a judge.',
} as const;

function Nothing({
  icon,
  title,
  hint,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly hint: string;
}) {
  return (
    <EmptyState
      icon={icon}
      title={title}
      hint={hint}
      actions={
        <Button variant="primary" onClick={() => navigate({ screen: 'import' })}>
          Import files
        </Button>
      }
    />
  );
}
