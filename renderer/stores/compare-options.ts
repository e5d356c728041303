// What the comparison shows, as its address says it. Pure, so that what a link means can be tested.
import { SliceDimension } from '../../shared/model/comparison.ts';

/** A brushed rectangle: figures of A across, of B up; from `min` on and below `max`, a max of 1 holds 1. */
export interface Brush {
  readonly minA: number;
  readonly maxA: number;
  readonly minB: number;
  readonly maxB: number;
}

export const THRESHOLDS = [0.05, 0.1, 0.2, 0.3] as const;
export const DEPTHS = [1, 2, 3] as const;
const DIMENSIONS: readonly SliceDimension[] = [
  'field',
  'difficulty',
  'inputModality',
  'outputModality',
  'length',
];
const SUPPORT = 30;

export interface CompareOptions {
  /** Metric of the scatter and of the slices; undefined: the most telling that both have. */
  readonly metric: string | undefined;
  readonly brush: Brush | undefined;
  /** From which difference an instance counts as improved or regressed. */
  readonly threshold: number;
  readonly dimensions: readonly SliceDimension[];
  readonly depth: number;
  readonly minSupport: number;
  /** Metrics of the flips. */
  readonly judge: string;
  readonly quality: string;
}

type View = Readonly<Record<string, string>>;

/** Reads the parameters; what cannot be read is as when nothing is said. */
export function parseCompare(view: View): CompareOptions {
  const asked = view['by']?.split(':');
  const dimensions = SliceDimension.options.filter((id) => asked?.includes(id));
  const support = Number(view['support']);
  return {
    metric: view['metric'],
    brush: parseBrush(view['brush']),
    threshold: THRESHOLDS.find((each) => each === Number(view['step'])) ?? 0.1,
    dimensions: dimensions.length === 0 ? DIMENSIONS : dimensions,
    depth: DEPTHS.find((each) => each === Number(view['depth'])) ?? 2,
    minSupport: Number.isInteger(support) && support >= 2 && support <= 100_000 ? support : SUPPORT,
    judge: view['judge'] ?? 'SC',
    quality: view['quality'] ?? 'GQ',
  };
}

/** The parameters after a change; what is as it is anyway is not said. */
export function changeCompare(view: View, change: Partial<CompareOptions>): View {
  const plain = parseCompare({});
  const next = { ...parseCompare(view), ...change };
  const by = next.dimensions.join(':');
  const unlessPlain = <T extends string | number>(value: T, usual: T) =>
    value === usual ? undefined : String(value);
  const said = {
    metric: next.metric,
    brush: next.brush === undefined ? undefined : formatBrush(next.brush),
    step: unlessPlain(next.threshold, plain.threshold),
    by: unlessPlain(by, DIMENSIONS.join(':')),
    depth: unlessPlain(next.depth, plain.depth),
    support: unlessPlain(next.minSupport, plain.minSupport),
    judge: unlessPlain(next.judge, plain.judge),
    quality: unlessPlain(next.quality, plain.quality),
  };
  const kept = Object.entries(view).filter(([name]) => !(name in said));
  const own = Object.entries(said).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries([...kept, ...own]);
}

/** `0.2..0.6:0..0.4`: the span of A, then that of B. */
function formatBrush({ minA, maxA, minB, maxB }: Brush): string {
  return `${String(minA)}..${String(maxA)}:${String(minB)}..${String(maxB)}`;
}

function parseBrush(text: string | undefined): Brush | undefined {
  const found = /^([\d.]+)\.\.([\d.]+):([\d.]+)\.\.([\d.]+)$/.exec(text ?? '');
  if (found === null) return undefined;
  const [minA = NaN, maxA = NaN, minB = NaN, maxB = NaN] = found.slice(1).map(Number);
  const isSpan = (min: number, max: number) => min >= 0 && min <= max && max <= 1;
  return isSpan(minA, maxA) && isSpan(minB, maxB) ? { minA, maxA, minB, maxB } : undefined;
}
