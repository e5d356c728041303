import { AppError } from '../../../shared/api/errors.ts';
import { COLUMN_LETTERS } from '../../../shared/filter/ast.ts';
import type { Columns, ModelColumns } from './columns.ts';
import type { FigureName } from './figures.ts';
import type { MatchSources } from './match-sources.ts';

const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/**
 * A model by its name, or by the letter of its column among those chosen.
 *
 * @param doing  for the message, e.g. `filter by SC`
 * @throws AppError 'bad-query' when there is none
 */
export function findModel(
  columns: Columns,
  chosen: readonly ModelColumns[],
  name: string,
  doing: string,
): ModelColumns {
  const named = columns.models.find((model) => model.name === name);
  if (named !== undefined) return named;
  const column = COLUMN_LETTERS.findIndex((letter) => letter === name);
  const own = column === -1 ? undefined : chosen[column];
  if (own !== undefined) return own;
  const there = columns.models.map((model) => model.name);
  if (there.length === 0) {
    throw new AppError(
      'bad-query',
      `Cannot ${doing}: the project has no model. Import predictions.`,
    );
  }
  const why =
    column === -1
      ? `there is no model "${name}"; there is ${list(there)}`
      : `"${name}" stands for model ${column + 1} of those chosen, and ${chosen.length} ` +
        `${chosen.length === 1 ? 'is' : 'are'} chosen. Choose another, or name it: ${list(there)}`;
  throw new AppError('bad-query', `Cannot ${doing}: ${why}.`);
}

/**
 * The figures of a metric and model.
 *
 * @throws AppError 'bad-query' when there are none; it says who has some
 */
export function findScores(
  columns: Columns,
  model: ModelColumns,
  metric: string,
  doing: string,
): Float64Array {
  const own = model.scores.get(metric);
  if (own !== undefined) return own;
  const having = columns.models.filter(({ scores }) => scores.has(metric));
  const others = [...new Set(columns.models.flatMap(({ scores }) => [...scores.keys()]))];
  const which =
    having.length > 0
      ? `"${model.name}" has no figure of ${metric}; ${list(having.map(({ name }) => name))} ` +
        (having.length === 1 ? 'has' : 'have')
      : `nobody has a figure of ${metric}; ` +
        (others.length === 0
          ? 'there are none at all'
          : `there are figures of ${others.join(', ')}`);
  throw new AppError('bad-query', `Cannot ${doing}: ${which}.`);
}

/**
 * @returns value by index, NaN where there is none
 * @throws AppError 'bad-query' for a model or metric that is not there
 */
export function readFigures(
  { columns, delta }: Pick<MatchSources, 'columns' | 'delta'>,
  chosen: readonly ModelColumns[],
  { metric, model, modelB }: FigureName,
): Float64Array {
  const doing = `filter by ${metric}`;
  const first = findModel(columns, chosen, model, doing);
  const scores = findScores(columns, first, metric, doing);
  if (modelB === undefined) return scores;
  const second = findModel(columns, chosen, modelB, doing);
  findScores(columns, second, metric, doing);
  return delta(metric, first, second);
}
