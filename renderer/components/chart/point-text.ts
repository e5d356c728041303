import { pointAt, type ChartSpec, type PointAt } from './chart-spec.ts';

/** What the tip and the spoken label say of a point. */
export interface PointText {
  /** Whose and where, e.g. `UniMA · hard`. */
  readonly heading: string;
  /** The figure, e.g. `SQCS abs 52.3`. */
  readonly figure: string;
  /** Interval and further facts. */
  readonly facts: readonly string[];
}

/** A point in words; undefined where the chart has none. */
export function pointText(spec: ChartSpec, at: PointAt): PointText | undefined {
  const series = spec.series[at.series];
  const category = spec.categories[at.category];
  const point = pointAt(spec, at);
  if (series === undefined || category === undefined || point === undefined) return undefined;
  const isOneSeries = spec.series.length === 1 && spec.kind !== 'heat';
  const { value, interval } = point;
  return {
    heading: isOneSeries ? category : `${series.name} · ${category}`,
    figure:
      value === undefined
        ? `${spec.valueLabel}: no figure`
        : `${spec.valueLabel} ${spec.format(value)}`,
    facts: [
      ...(interval === undefined ? [] : [`95 % interval ${formatInterval(spec, interval)}`]),
      ...(point.facts ?? []),
    ],
  };
}

export function formatInterval(
  { format }: Pick<ChartSpec, 'format'>,
  [low, high]: readonly [number, number],
): string {
  return `${format(low)} to ${format(high)}`;
}

/** The same as one sentence, for those who hear it. */
export function spokenPoint(spec: ChartSpec, at: PointAt): string {
  const text = pointText(spec, at);
  if (text === undefined) return '';
  const opens = pointAt(spec, at)?.href === undefined ? [] : ['Enter opens the instances'];
  return `${[text.heading, text.figure, ...text.facts, ...opens].join(', ')}.`;
}

/** What the whole chart is, for those who hear it, before they step through its points. */
export function spokenChart(spec: ChartSpec): string {
  const names = spec.series.map(({ name }) => name).join(', ');
  return `${spec.title}: ${spec.valueLabel} by ${spec.categoryLabel.toLowerCase()}, ${
    spec.categories.length
  } values each of ${names}. Arrow keys move between them.`;
}
