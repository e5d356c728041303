// What the charts of the overview show, made of what the engine said.
import type { DifficultyGradient, HeatBy, HeatMatrix } from '../../../shared/model/analysis.ts';
import { FIELD_IDS } from '../../../shared/model/dataset.ts';
import type {
  BarSpec,
  ChartPoint,
  ChartSeries,
  ChartTone,
  GradientSpec,
  HeatSpec,
  RadarSpec,
} from '../../components/chart/chart-spec.ts';
import { formatCount, formatDelta, formatScore } from '../../components/score/format-score.ts';
import type { Behind, SizeBehind } from './behind.ts';

/** Words and addresses, which the page gives. */
export interface Words {
  readonly group: (by: HeatBy, value: string) => string;
  readonly metric: (id: string) => string;
  /** Address of what is behind a figure. */
  readonly href: (behind: Omit<Behind, 'filter' | 'models'>) => string;
  /** Address of the instances whose side is so large. */
  readonly hrefSize: (behind: SizeBehind) => string;
  readonly tone: (model: string) => ChartTone;
}

export const HEAT_LABELS: Readonly<Record<HeatBy, string>> = {
  field: 'Field',
  subdomain: 'Subdomain',
  difficulty: 'Difficulty',
  combination: 'Combination',
  capability: 'Capability',
  inputModality: 'Input modality',
  outputModality: 'Output modality',
};

const numbered = new Intl.Collator('en', { numeric: true });
const fieldPlace = (field: string | undefined) => {
  const place = FIELD_IDS.findIndex((id) => id === field);
  return place === -1 ? FIELD_IDS.length : place;
};

/** C2 comes before C10; all others stay as they are. */
export function inOrder<T>(by: HeatBy, items: readonly T[], name: (item: T) => string): T[] {
  return by === 'capability'
    ? items.toSorted((a, b) => numbered.compare(name(a), name(b)))
    : [...items];
}

/** The columns in the order in which they are drawn: subdomains by their field, in the paper's order. */
function inDrawnOrder(heat: HeatMatrix): HeatMatrix {
  const groups = inOrder(heat.by, heat.groups, ({ group }) => group).sort(
    (a, b) => fieldPlace(a.field) - fieldPlace(b.field),
  );
  return { ...heat, groups };
}

/** n, what is missing, and the supporting rate where it says something. */
function facts(cell: { n: number; nUnscored: number; tau?: number }): string[] {
  const { n, nUnscored, tau } = cell;
  return [
    `n ${formatCount(n)}`,
    ...(nUnscored === 0 ? [] : [`${formatCount(nUnscored)} without a figure`]),
    ...(tau === undefined || tau === 1 ? [] : [`supported ${formatScore(tau)} %`]),
  ];
}

function heatSeries(heat: HeatMatrix, words: Words): readonly ChartSeries[] {
  const cells = new Map(heat.cells.map((cell) => [JSON.stringify([cell.model, cell.group]), cell]));
  return heat.models.map((model) => ({
    name: model,
    tone: words.tone(model),
    points: heat.groups.map(({ group, field }): ChartPoint => {
      const cell = cells.get(JSON.stringify([model, group]));
      if (cell === undefined) return { value: undefined };
      const behind = { by: heat.by, group, field, model, metric: heat.metric, scored: true };
      return {
        value: cell.mean,
        facts: facts(cell),
        ...(cell.n === 0 ? {} : { href: words.href(behind) }),
      };
    }),
  }));
}

function valueLabel(heat: Pick<HeatMatrix, 'metric' | 'mode'>, words: Words): string {
  return `${words.metric(heat.metric)} ${heat.mode}`;
}

/** Model × group; subdomains stand under their fields. */
export function heatSpec(matrix: HeatMatrix, words: Words): HeatSpec {
  const heat = inDrawnOrder(matrix);
  const values = heat.cells.flatMap(({ mean }) => mean ?? []);
  const groups = heat.by === 'subdomain' ? fieldsOf(heat, words) : undefined;
  return {
    kind: 'heat',
    title: `${valueLabel(heat, words)}, model by ${HEAT_LABELS[heat.by].toLowerCase()}`,
    categoryLabel: HEAT_LABELS[heat.by],
    categories: heat.groups.map(({ group }) => words.group(heat.by, group)),
    valueLabel: valueLabel(heat, words),
    format: formatScore,
    limit: 1,
    range: values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)],
    series: heatSeries(heat, words),
    ...(groups === undefined ? {} : { groups }),
  };
}

/** Neighbours of the same field; undefined where no field is known. */
function fieldsOf({ groups }: HeatMatrix, words: Words): HeatSpec['groups'] {
  const runs: { field: string | undefined; size: number }[] = [];
  for (const { field } of groups) {
    const last = runs.at(-1);
    if (last !== undefined && last.field === field) last.size++;
    else runs.push({ field, size: 1 });
  }
  if (runs.every(({ field }) => field === undefined)) return undefined;
  return runs.map(({ field, size }) => ({
    label: field === undefined ? '' : words.group('field', field),
    size,
  }));
}

/** The same of a few models round a centre; bars where there are too few axes for a shape. */
export function profileSpec(matrix: HeatMatrix, words: Words): RadarSpec | BarSpec {
  const heat = inDrawnOrder(matrix);
  const base = {
    title: `${valueLabel(heat, words)} by ${HEAT_LABELS[heat.by].toLowerCase()}`,
    categoryLabel: HEAT_LABELS[heat.by],
    categories: heat.groups.map(({ group }) => words.group(heat.by, group)),
    valueLabel: valueLabel(heat, words),
    format: formatScore,
    limit: 1,
    series: heatSeries(heat, words),
  };
  const isWhole = heat.cells.every(({ mean }) => mean !== undefined);
  return heat.groups.length < 3 || !isWhole
    ? { ...base, kind: 'bar', orientation: 'rows' }
    : { ...base, kind: 'radar', max: 1 };
}

const LEVELS = ['1', '2', '3'] as const;

/** From easy to hard. */
export function gradientSpec(gradient: DifficultyGradient, words: Words): GradientSpec {
  const { metric } = gradient;
  return {
    kind: 'gradient',
    title: `${words.metric(metric)} abs from easy to hard`,
    categoryLabel: 'Difficulty',
    categories: LEVELS.map((level) => words.group('difficulty', level)),
    valueLabel: `${words.metric(metric)} abs`,
    format: formatScore,
    limit: 1,
    series: gradient.models.map(({ model, points }) => ({
      name: model,
      tone: words.tone(model),
      points: LEVELS.map((level): ChartPoint => {
        const point = points.find(({ difficulty }) => difficulty === level);
        if (point === undefined) return { value: undefined };
        const behind = { by: 'difficulty', group: level, model, metric, scored: true } as const;
        return {
          value: point.mean,
          interval: point.ci95,
          facts: facts(point),
          ...(point.n === 0 ? {} : { href: words.href(behind) }),
        };
      }),
    })),
  };
}

/** What is lost, or gained, from easy to hard, in words. */
export function dropTexts({ models }: DifficultyGradient): readonly string[] {
  return models.flatMap(({ model, drop }) => {
    if (drop === undefined) return [];
    const [low, high] = drop.ci95;
    return [
      `${model}: ${formatDelta(-drop.value)} from easy to hard (95 % interval ${formatDelta(-high)} to ${formatDelta(-low)}).`,
    ];
  });
}
