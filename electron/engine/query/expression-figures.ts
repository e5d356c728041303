import { AppError } from '../../../shared/api/errors.ts';
import type { FilterFigure, FilterSide } from '../../../shared/filter/ast.ts';
import { UNKNOWN_VALUE } from '../../../shared/model/filter.ts';
import type { ModelColumns } from './columns.ts';
import type { MatchSources } from './match-sources.ts';
import { findModel, findScores, readFigures } from './model-names.ts';

/** True for a figure of a response that does not say whose. */
export function hasOpenModel(figure: FilterFigure): boolean {
  switch (figure.kind) {
    case 'score':
    case 'marks':
      return figure.model === undefined;
    case 'length':
    case 'items':
      return figure.of.kind === 'response' && figure.of.model === undefined;
    default:
      return false;
  }
}

/**
 * A figure's values by index, NaN where there is none.
 *
 * @param open  whose it is where the figure does not say so
 * @throws AppError 'bad-query' for what nobody has
 */
export function figureValues(
  sources: MatchSources,
  models: readonly ModelColumns[],
  figure: FilterFigure,
  open: ModelColumns | undefined,
): ArrayLike<number> {
  const { columns } = sources;
  const modelOf = (name: string | undefined, doing: string): ModelColumns => {
    if (name !== undefined) return findModel(columns, models, name, doing);
    if (open === undefined) throw new Error('a figure without a model');
    return open;
  };
  const modelIdOf = (of: FilterSide, doing: string) =>
    of.kind === 'response' ? modelOf(of.model, doing).id : undefined;
  switch (figure.kind) {
    case 'score':
      return scoreValues(sources, models, figure.metric, figure.model, open);
    case 'delta': {
      const { metric, a, b } = figure;
      return readFigures(sources, models, { metric, model: a, modelB: b });
    }
    case 'length':
      return sources.sides().lengths(figure.of.kind, modelIdOf(figure.of, 'filter by length'));
    case 'items': {
      const { of, modality } = figure;
      return sources.sides().items(of.kind, modelIdOf(of, 'filter by items'), modality);
    }
    case 'marks': {
      const model = modelOf(figure.model, 'filter by marks');
      const counts = sources.marks().get(model.name)?.counts;
      return Float64Array.from(model.hasResponse, (answered, index) =>
        answered === 1 ? (counts?.[index] ?? 0) : Number.NaN,
      );
    }
    case 'problems':
      return columns.problems;
    case 'notes':
      return sources.annotations().notes;
    case 'difficulty': {
      const { values, codes } = columns.difficulty;
      const levels = values.map((value) => (value === UNKNOWN_VALUE ? Number.NaN : Number(value)));
      return Float64Array.from(codes, (code) => levels[code] ?? Number.NaN);
    }
  }
}

/** The same, but undefined for a metric of which there are no figures: that can be asked for. */
export function knownValues(
  sources: MatchSources,
  models: readonly ModelColumns[],
  figure: FilterFigure,
  open: ModelColumns | undefined,
): ArrayLike<number> | undefined {
  if (figure.kind !== 'score') return figureValues(sources, models, figure, open);
  const { metric, model: name } = figure;
  const doing = `filter by ${metric}`;
  const own = name === undefined ? open : findModel(sources.columns, models, name, doing);
  return own?.scores.get(metric);
}

/** Of any model it is enough that one of those chosen has figures. */
function scoreValues(
  { columns }: MatchSources,
  models: readonly ModelColumns[],
  metric: string,
  name: string | undefined,
  open: ModelColumns | undefined,
): ArrayLike<number> {
  const doing = `filter by ${metric}`;
  if (name !== undefined) {
    return findScores(columns, findModel(columns, models, name, doing), metric, doing);
  }
  const own = open?.scores.get(metric);
  if (own !== undefined) return own;
  if (models.some(({ scores }) => scores.has(metric))) {
    return new Float64Array(columns.count).fill(Number.NaN);
  }
  const having = columns.models
    .filter(({ scores }) => scores.has(metric))
    .map((model) => model.name);
  const who = having.length === 0 ? 'nobody has one' : `"${having.join('", "')}" would have some`;
  throw new AppError(
    'bad-query',
    `Cannot ${doing}: no model chosen has a figure of ${metric}; ${who}.`,
  );
}
