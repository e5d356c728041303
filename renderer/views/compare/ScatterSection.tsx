import { useEffect, useMemo, useState } from 'react';
import { createPointIndex } from '../../components/scatter/point-index.ts';
import { Scatter } from '../../components/scatter/Scatter.tsx';
import { formatCount, formatCounted, formatScore } from '../../components/score/format-score.ts';
import type { Brush } from '../../stores/compare-options.ts';
import { askPoints, useCompare, type ComparedPoints } from '../../stores/compare-store.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { shortKey } from './brushed-list.ts';
import { BrushPanel } from './BrushPanel.tsx';
import { GapLists } from './GapLists.tsx';
import { routeOfInstance } from './links.ts';
import { MetricSelect } from './MetricSelect.tsx';
import styles from './ScatterSection.module.css';
import { Said, WithAnswer } from './Section.tsx';
import {
  chooseBrush,
  chooseCompare,
  useComparedBy,
  useCompareOptions,
  useMetricLabel,
} from './use-compare.ts';
import { useRested } from './use-rested.ts';

/** One metric, instance by instance: A against B, with a brush, and where they are farthest apart. */
export function ScatterSection({
  a,
  b,
  metric,
  metrics,
}: {
  readonly a: string;
  readonly b: string;
  readonly metric: string;
  readonly metrics: readonly string[];
}) {
  const filter = useRoute((route) => route.filter);
  const state = useCompare(({ points }) => points);
  useEffect(() => askPoints({ a, b, metric, filter }), [a, b, metric, filter]);
  return (
    <WithAnswer state={state} onRetry={() => askPoints({ a, b, metric, filter })}>
      {(points) => (
        <>
          <Said notes={points.notes.map(({ message }) => message)} />
          {points.keys.length === 0 ? (
            <MetricOf metric={points.metric} metrics={metrics} />
          ) : (
            <Brushable points={points} metrics={metrics} />
          )}
        </>
      )}
    </WithAnswer>
  );
}

const REST_MS = 160;

function Brushable({
  points,
  metrics,
}: {
  readonly points: ComparedPoints;
  readonly metrics: readonly string[];
}) {
  const { metric } = points;
  const label = useMetricLabel();
  const by = useComparedBy(metric);
  const { brush: kept } = useCompareOptions();
  /** The brush while it is drawn; then it stands in the address. */
  const [drawn, setDrawn] = useState<Brush>();
  const area = drawn ?? kept;
  const index = useMemo(() => createPointIndex(points), [points]);
  const chosen = useMemo(
    () => (area === undefined ? undefined : index.inside(area)),
    [index, area],
  );
  // the drawing follows the pointer; the list, which costs far more to paint, follows when it rests
  const now = useMemo(() => ({ area, chosen }), [area, chosen]);
  const rested = useRested(now, REST_MS);
  const listed = drawn === undefined ? now : rested;
  const brushTo = (next: Brush | undefined, isFinal: boolean) => {
    setDrawn(isFinal ? undefined : next);
    if (isFinal) chooseBrush(next);
  };
  return (
    <div className={styles.columns}>
      <Scatter
        title={`${label(metric)}, instance by instance`}
        note={<Counts points={points} />}
        controls={<MetricOf metric={metric} metrics={metrics} />}
        points={points}
        index={index}
        nameA={points.a}
        nameB={points.b}
        metric={label(metric)}
        area={area}
        chosen={chosen}
        labelOf={(at) => shortKey(points.keys[at] ?? '')}
        format={formatScore}
        onArea={brushTo}
        onOpen={(at) => navigate(routeOfInstance(by, points.keys[at] ?? ''))}
      />
      <div className={styles.lists}>
        {listed.area === undefined || listed.chosen === undefined ? (
          <GapLists points={points} by={by} />
        ) : (
          <BrushPanel
            points={points}
            by={by}
            brush={listed.area}
            chosen={listed.chosen}
            onBrush={chooseBrush}
          />
        )}
      </div>
    </div>
  );
}

/** Where there is nothing to draw, the metric can still be left. */
function MetricOf({
  metric,
  metrics,
}: {
  readonly metric: string;
  readonly metrics: readonly string[];
}) {
  return (
    <div>
      <MetricSelect
        label="Metric of the scatter and of the slices"
        metrics={metrics}
        value={metric}
        onChange={(next) => chooseCompare({ metric: next, brush: undefined })}
      />
    </div>
  );
}

function Counts({
  points: { keys, nOnlyA, nOnlyB, nNeither },
}: {
  readonly points: ComparedPoints;
}) {
  const missing = [
    ...(nOnlyA === 0 ? [] : [`${formatCount(nOnlyA)} of A only`]),
    ...(nOnlyB === 0 ? [] : [`${formatCount(nOnlyB)} of B only`]),
    ...(nNeither === 0 ? [] : [`${formatCount(nNeither)} of neither`]),
  ];
  const left =
    missing.length === 0 ? '' : ` Not drawn, without both figures: ${missing.join(', ')}.`;
  return `${formatCounted(keys.length, 'instance')} with both figures.${left} Drag over the points to brush; click one to open it.`;
}
