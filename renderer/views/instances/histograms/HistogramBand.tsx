import { useEffect, useMemo, useRef, useState } from 'react';
import type { Histogram } from '../../../../shared/model/histogram.ts';
import type { MetricDescriptor } from '../../../../shared/model/score.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { formatCount } from '../../../components/score/format-score.ts';
import type { ChosenModel } from '../../../stores/chosen-models.ts';
import { rangeOf, setRange, type Figure } from '../../../stores/filter-edit.ts';
import {
  useHistograms,
  useHistogramsStore,
  useWholeHistogram,
} from '../../../stores/histograms-store.ts';
import { useModels } from '../../../stores/models-store.ts';
import { currentRoute, navigate, useRoute } from '../../../stores/route-store.ts';
import { createThrottle } from '../../../stores/throttle.ts';
import type { Bounds } from './brush.ts';
import styles from './HistogramBand.module.css';
import { HistogramLane } from './HistogramLane.tsx';

/** Over the table: how the figures of each metric shown are spread, to be narrowed by brushing. */
export function HistogramBand({ metrics }: { readonly metrics: readonly MetricDescriptor[] }) {
  const all = useHistograms();
  const current = useHistogramsStore((state) => state.current);
  const models = useModels();
  const groups = useMemo(
    () =>
      metrics
        .map((metric) => ({ metric, own: all.filter((each) => each.metric === metric.id) }))
        .filter(({ own }) => own.length > 0),
    [metrics, all],
  );
  // a filter that cannot be read is told where the rows would be
  if (current.status === 'failed' && all.length === 0 && current.error.code !== 'bad-query') {
    return (
      <section className={styles.band} aria-label="Histograms">
        <ErrorText error={current.error} />
      </section>
    );
  }
  if (groups.length === 0) return null;
  return (
    <section
      className={styles.band}
      aria-label="Histograms"
      aria-busy={current.status === 'loading'}
    >
      {groups.map(({ metric, own }) => (
        <Lanes key={metric.id} metric={metric} own={own} models={models} />
      ))}
    </section>
  );
}

const idOf = ({ metric, model, modelB = '' }: Figure) => JSON.stringify([metric, model, modelB]);

function Lanes({
  metric,
  own,
  models,
}: {
  readonly metric: MetricDescriptor;
  readonly own: readonly Histogram[];
  readonly models: readonly ChosenModel[];
}) {
  const [note, setNote] = useState<string>();
  return (
    <div className={styles.metric}>
      <header className={styles.title}>
        <h2 data-tip={metric.title}>{metric.label}</h2>
        <span>{note ?? countsOf(own)}</span>
      </header>
      {own.map((histogram) => (
        <Lane
          key={idOf(histogram)}
          histogram={histogram}
          metric={metric}
          models={models}
          onNote={setNote}
        />
      ))}
    </div>
  );
}

/** How many figures there are: of the model with the fewest to that with the most. */
function countsOf(own: readonly Histogram[]): string {
  const counts = own.filter(({ modelB }) => modelB === undefined).map(({ n }) => n);
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  return low === high ? `n ${formatCount(low)}` : `n ${formatCount(low)}–${formatCount(high)}`;
}

function Lane({
  histogram,
  metric,
  models,
  onNote,
}: {
  readonly histogram: Histogram;
  readonly metric: MetricDescriptor;
  readonly models: readonly ChosenModel[];
  readonly onNote: (note: string | undefined) => void;
}) {
  const { model, modelB } = histogram;
  const figure: Figure = {
    metric: metric.id,
    model,
    ...(modelB === undefined ? {} : { modelB }),
  };
  const whole = useWholeHistogram(figure);
  const bounds = useRoute((route) => rangeOf(route.filter, figure));
  const brush = useBrush(figure);
  const letterOf = (name: string) =>
    models.find((each) => each.name === name)?.tone.toUpperCase() ?? '';
  const letter = modelB === undefined ? letterOf(model) : `${letterOf(model)}−${letterOf(modelB)}`;
  return (
    <HistogramLane
      name={
        modelB === undefined
          ? `${metric.label} of ${model}`
          : `difference of ${metric.label}, ${model} minus ${modelB}`
      }
      letter={letter}
      tone={
        modelB === undefined ? (models.find((each) => each.name === model)?.tone ?? '') : 'delta'
      }
      data={histogram}
      whole={whole}
      bounds={bounds ?? {}}
      onBrush={brush}
      onNote={(note) => onNote(note === undefined ? undefined : `${letter} ${note}`)}
    />
  );
}

/** While a brush is drawn the table follows at most this often. */
const FOLLOW_MS = 120;

interface BrushState {
  figure: Figure;
  bounds: Bounds;
  /** It stands in the history already. */
  hasBegun: boolean;
}

/** Puts a brush into the address: one step back for one brush, whatever came on the way. */
function useBrush(figure: Figure): (bounds: Bounds, isOngoing: boolean) => void {
  const state = useRef<BrushState>({ figure, bounds: {}, hasBegun: false });
  const throttle = useRef<ReturnType<typeof createThrottle>>(undefined);
  useEffect(() => {
    state.current.figure = figure;
  });
  useEffect(() => () => throttle.current?.cancel(), []);
  const put = () => {
    const { min, max } = state.current.bounds;
    const range = {
      ...state.current.figure,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    };
    const filter = setRange(currentRoute().filter, range);
    navigate({ filter }, { replace: state.current.hasBegun });
    state.current.hasBegun = true;
  };
  return (bounds, isOngoing) => {
    state.current.bounds = bounds;
    throttle.current ??= createThrottle(put, FOLLOW_MS);
    if (isOngoing) {
      throttle.current.call();
      return;
    }
    throttle.current.cancel();
    put();
    state.current.hasBegun = false;
  };
}
