import { useEffect, useMemo } from 'react';
import { HeatBy, type HeatMatrix } from '../../../shared/model/analysis.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { ExampleMark } from '../../components/score/ExampleMark.tsx';
import { formatCounted } from '../../components/score/format-score.ts';
import { askGradient, askHeat, askRadar, useAnalysis } from '../../stores/analysis-store.ts';
import { latest, type AsyncData } from '../../stores/async-data.ts';
import { useAllModels, useMetrics, useModelNames } from '../../stores/models-store.ts';
import { useRoute } from '../../stores/route-store.ts';
import { dropTexts, gradientSpec, HEAT_LABELS, heatSpec, profileSpec } from './chart-specs.ts';
import { Choice } from './Choice.tsx';
import styles from './FigureCharts.module.css';
import { chartMetric } from '../../stores/metric-choice.ts';
import { Notes } from './Notes.tsx';
import { chooseOptions, useOverviewOptions } from './use-overview-options.ts';
import { useWords } from './use-words.ts';

const ROW_PX = 28;
/** Room for the names of columns, which may stand at an angle, and for those of fields. */
const NAMES_PX = 132;

/** One metric over everything that instances differ in. */
export function FigureCharts({ metrics }: { readonly metrics: readonly string[] }) {
  const options = useOverviewOptions();
  const filter = useRoute((route) => route.filter);
  const models = useModelNames();
  const metric = chartMetric(metrics, options.metric);
  const mode = options.scale === 'rel' ? 'rel' : 'abs';
  const { heatBy: by } = options;
  useEffect(() => {
    if (metric === undefined) return;
    askHeat({ filter, by, metric, mode, models: [] });
  }, [filter, by, metric, mode]);
  useEffect(() => {
    if (metric === undefined || models.length === 0) return;
    askRadar({ filter, by: 'capability', metric, mode, models });
    askGradient({ filter, metric, models });
  }, [filter, metric, mode, models]);
  return (
    <section className={styles.section} aria-labelledby="figures-title">
      <header className={styles.bar}>
        <h2 id="figures-title">Breakdown</h2>
        <MetricSelect metrics={metrics} value={metric} />
        <Choice
          label="Heat map across"
          options={HeatBy.options.map((id) => [id, HEAT_LABELS[id]] as const)}
          value={by}
          onChange={(heatBy) => chooseOptions({ heatBy })}
        />
        <Examples />
      </header>
      <Heat />
      <div className={styles.pair}>
        <Profile />
        <Gradient />
      </div>
    </section>
  );
}

/** Figures made by hand are said to be so wherever they stand. */
function Examples() {
  const names = useAllModels()
    .filter(({ hasExampleScores }) => hasExampleScores)
    .map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <p className={styles.examples}>
      <ExampleMark /> Figures of {names.join(', ')} are examples, written by hand.
    </p>
  );
}

function MetricSelect({
  metrics,
  value,
}: {
  readonly metrics: readonly string[];
  readonly value: string | undefined;
}) {
  const all = useMetrics();
  return (
    <select
      className={styles.select}
      aria-label="Metric of the charts"
      value={value ?? ''}
      onChange={(event) => chooseOptions({ metric: event.target.value })}
    >
      {metrics.map((id) => (
        <option key={id} value={id}>
          {all.find((metric) => metric.id === id)?.label ?? id}
        </option>
      ))}
    </select>
  );
}

/** The error of what could not be asked for, in its place. */
function Failed({ state }: { readonly state: AsyncData<unknown> }) {
  return state.status === 'failed' ? <ErrorText error={state.error} /> : null;
}

function Heat() {
  const state = useAnalysis(({ heat }) => heat);
  const heat = latest(state)?.answer;
  const words = useWords();
  const spec = useMemo(
    () => (heat === undefined ? undefined : heatSpec(heat, words)),
    [heat, words],
  );
  if (spec === undefined || heat === undefined) return <Failed state={state} />;
  return (
    <div>
      <Chart spec={spec} heightPx={NAMES_PX + ROW_PX * heat.models.length} level={3} />
      <Notes notes={heat.notes.map(({ message }) => message)} />
    </div>
  );
}

/** Values that the records do not state are no axis. */
function stated(heat: HeatMatrix): HeatMatrix {
  return { ...heat, groups: heat.groups.filter(({ group }) => group !== 'unknown') };
}

function Profile() {
  const state = useAnalysis(({ radar }) => radar);
  const heat = latest(state)?.answer;
  const words = useWords();
  const spec = useMemo(
    () => (heat === undefined ? undefined : profileSpec(stated(heat), words)),
    [heat, words],
  );
  if (spec === undefined) return <Failed state={state} />;
  if (spec.categories.length === 0) {
    return (
      <div>
        <h3 className={styles.title}>{spec.title}</h3>
        <Notes
          notes={[
            'No instance says which capabilities it needs: import a list of them with the dataset.',
          ]}
        />
      </div>
    );
  }
  return <Chart spec={spec} heightPx={340} level={3} />;
}

function Gradient() {
  const state = useAnalysis(({ gradient }) => gradient);
  const gradient = latest(state)?.answer;
  const words = useWords();
  const spec = useMemo(
    () => (gradient === undefined ? undefined : gradientSpec(gradient, words)),
    [gradient, words],
  );
  if (spec === undefined || gradient === undefined) return <Failed state={state} />;
  const { nUnknown, notes } = gradient;
  const unknown =
    nUnknown === 0
      ? []
      : [`${formatCounted(nUnknown, 'instance')} without a stated difficulty are left out.`];
  return (
    <div>
      <Chart spec={spec} heightPx={300} level={3} />
      <Notes notes={[...dropTexts(gradient), ...unknown, ...notes.map(({ message }) => message)]} />
    </div>
  );
}
