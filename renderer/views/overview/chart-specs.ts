// What the charts of the overview show, made of what the engine said.
import type { DifficultyGradient, HeatBy, HeatMatrix } from '../../../shared/model/analysis.ts';
import type {
  BarSpec,
  ChartPoint,
  ChartSeries,
  ChartTone,
  GradientSpec,
  HeatSpec,
  RadarSpec,
} from '../../components/chart/chart-spec.ts';
import { formatCount, formatScore } from '../../components/score/format-score.ts';
import type { Behind } from './behind.ts';

/** Words and addresses, which the page gives. */
export interface Words {
  readonly group: (by: HeatBy, value: string) => string;
  readonly metric: (id: string) => string;
  /** Address of what is behind a figure. */
  readonly href: (behind: Omit<Behind, 'filter' | 'models'>) => string;
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
export function heatSpec(heat: HeatMatrix, words: Words): HeatSpec {
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
export function profileSpec(heat: HeatMatrix, words: Words): RadarSpec | BarSpec {
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
    title: `${words.metric(metric)} from easy to hard`,
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
