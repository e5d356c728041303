// What a chart shows, whatever draws it: the picture, the table behind it, what is spoken and what is
// exported are all made from this. Values are as the engine keeps them; `format` alone decides how they read.

/** A place in the palette: model A to D, or no model. Each has a shape or a pattern beside its colour. */
export type ChartTone = 'a' | 'b' | 'c' | 'd' | 'neutral' | 'shaded';

export interface ChartPoint {
  /** Absent where there is nothing to show; never 0 for "unknown". */
  readonly value: number | undefined;
  readonly interval?: readonly [low: number, high: number] | undefined;
  /** Further facts in words, e.g. `n 118`, `2 without a score`. */
  readonly facts?: readonly string[];
  /** Address of the instances behind. */
  readonly href?: string | undefined;
}

export interface ChartSeries {
  readonly name: string;
  readonly tone: ChartTone;
  /** One for each category, in their order. */
  readonly points: readonly ChartPoint[];
}

interface ChartBase {
  readonly title: string;
  /** What the categories are, e.g. `Difficulty`. */
  readonly categoryLabel: string;
  readonly categories: readonly string[];
  /** What the values are, e.g. `SQCS abs`, `Instances`. */
  readonly valueLabel: string;
  readonly format: (value: number) => string;
  /** The highest value there can be, e.g. 1 for scores: no axis goes beyond. */
  readonly limit?: number;
  readonly series: readonly ChartSeries[];
}

/** Bars beside each other, with error bars where points have an interval. */
export interface BarSpec extends ChartBase {
  readonly kind: 'bar';
  /** `rows`: categories below each other, for long names; bars lie. */
  readonly orientation?: 'columns' | 'rows';
}

/** Series are rows, categories are columns; every cell carries its figure. */
export interface HeatSpec extends ChartBase {
  readonly kind: 'heat';
  /** Values at the palest and the strongest colour. */
  readonly range: readonly [low: number, high: number];
  /** Columns under one heading, in the order of the categories. */
  readonly groups?: readonly { readonly label: string; readonly size: number }[];
}

/** One axis a category, at least three. */
export interface RadarSpec extends ChartBase {
  readonly kind: 'radar';
  /** Value at the rim. */
  readonly max: number;
}

/** A line over ordered categories, with a band for the intervals. */
export interface GradientSpec extends ChartBase {
  readonly kind: 'gradient';
}

/** Counts between edges; there is one category fewer than edges. */
export interface HistogramSpec extends ChartBase {
  readonly kind: 'histogram';
  readonly edges: readonly number[];
  readonly formatEdge: (edge: number) => string;
}

export type ChartSpec = BarSpec | HeatSpec | RadarSpec | GradientSpec | HistogramSpec;

/** Which point of a chart: the series and the category. */
export interface PointAt {
  readonly series: number;
  readonly category: number;
}

export function pointAt(spec: ChartSpec, { series, category }: PointAt): ChartPoint | undefined {
  return spec.series[series]?.points[category];
}

/** Categories of a histogram: `0–10`, `10–20` … */
export function binLabels(
  edges: readonly number[],
  format: (edge: number) => string,
): readonly string[] {
  return edges.slice(1).map((high, index) => `${format(edges[index] ?? 0)}–${format(high)}`);
}
