// Filter expressions over the columns: every clause becomes one byte an instance, clauses are joined by
// and, or, not. What was worked out for a clause lives as long as one evaluation.
import { AppError } from '../../../shared/api/errors.ts';
import type { Comparison, FilterFigure, FilterNode } from '../../../shared/filter/ast.ts';
import { parseFilter } from '../../../shared/filter/parse.ts';
import { normaliseId } from '../../../shared/model/dataset.ts';
import { FACET_IDS, type FacetId } from '../../../shared/model/filter.ts';
import type { ModelColumns } from './columns.ts';
import { figureValues, hasOpenModel, knownValues } from './expression-figures.ts';
import { facetTest, setOfIds, stateTest } from './facet-tests.ts';
import type { FilterSources } from './filter-sources.ts';
import type { MatchSources } from './match-sources.ts';
import { findModel } from './model-names.ts';
import { requireMode } from './modes.ts';
import { anyOf, failureBits } from './score-columns.ts';

/**
 * Which instances an expression lets through.
 *
 * @param models  the models chosen: columns A, B …, and what a figure without a model may be of
 * @returns 1 where it holds
 * @throws AppError 'bad-query', with position, length and suggestion where it is a slip of typing
 */
export function evaluateExpression(
  sources: MatchSources,
  models: readonly ModelColumns[],
  text: string,
): Uint8Array {
  return evaluateFilter(sources, models, readExpression(sources, text));
}

/** @throws AppError 'bad-query' */
export function readExpression(
  sources: Pick<FilterSources, 'vocabulary'>,
  text: string,
): FilterNode | undefined {
  const parsed = parseFilter(text, sources.vocabulary());
  if (parsed.status === 'parsed') return parsed.filter;
  const { position, message } = parsed.problem;
  throw new AppError(
    'bad-query',
    `Cannot read the filter at character ${position + 1}: ${message}`,
    { details: { ...parsed.problem } },
  );
}

/** The same of a filter that was read already; undefined lets all through. */
export function evaluateFilter(
  sources: MatchSources,
  models: readonly ModelColumns[],
  filter: FilterNode | undefined,
): Uint8Array {
  const { columns } = sources;
  const fill = (test: (index: number) => boolean): Uint8Array => {
    const set = new Uint8Array(columns.count);
    for (let index = 0; index < set.length; index++) if (test(index)) set[index] = 1;
    return set;
  };
  function evaluate(node: FilterNode): Uint8Array {
    switch (node.kind) {
      case 'and':
      case 'or':
        return join(node.kind, node.parts.map(evaluate));
      case 'not':
        return evaluate(node.part).map((holds) => 1 - holds);
      case 'values':
        return fill(valuesTest(sources, models, node.name, node.values));
      case 'state': {
        const { model: name, state } = node;
        const own =
          name === undefined ? models : [findModel(columns, models, name, 'filter by state')];
        return fill(stateTest(columns, state, own));
      }
      case 'search':
        return setOfIds(columns, sources.search(node.text));
      case 'mode':
        return requireMode(node.mode, sources.modeSet(models, node.mode, undefined));
      case 'scored':
        return anyModel(node.figure, undefined, (open) => {
          const values = knownValues(sources, models, node.figure, open);
          return (index) => values !== undefined && !Number.isNaN(values[index]);
        });
      case 'compare': {
        const { figure, op, value } = node;
        const test = COMPARE[op];
        return anyModel(figure, value, (open) => {
          const left = figureValues(sources, models, figure, open);
          if (typeof value === 'number') return (index) => test(left[index]!, value);
          const right = figureValues(sources, models, value, open);
          return (index) => test(left[index]!, right[index]!);
        });
      }
    }
  }

  /** A figure without a model is that of any model chosen; of two figures of the same one. */
  function anyModel(
    figure: FilterFigure,
    other: number | FilterFigure | undefined,
    testOf: (open: ModelColumns | undefined) => (index: number) => boolean,
  ): Uint8Array {
    const isOpen = hasOpenModel(figure) || (typeof other === 'object' && hasOpenModel(other));
    if (!isOpen) return fill(testOf(undefined));
    if (models.length === 0) {
      const why = 'the project has no model. Import predictions, or filter by something else';
      throw new AppError('bad-query', `Cannot filter by what responses have: ${why}.`);
    }
    return join(
      'or',
      models.map((model) => fill(testOf(model))),
    );
  }

  return filter === undefined ? fill(() => true) : evaluate(filter);
}

function join(kind: 'and' | 'or', sets: readonly Uint8Array[]): Uint8Array {
  const [first, ...rest] = sets;
  const result = Uint8Array.from(first ?? []);
  for (const set of rest) {
    for (let index = 0; index < result.length; index++) {
      if (kind === 'and') result[index]! &= set[index]!;
      else result[index]! |= set[index]!;
    }
  }
  return result;
}

/** Figures that differ by less are equal: sums and products of decimals are not exact. */
const EQUAL = 1e-9;

/** A figure that does not exist (NaN) compares with nothing. */
const COMPARE: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '=': (a, b) => Math.abs(a - b) <= EQUAL,
  '!=': (a, b) => Math.abs(a - b) > EQUAL,
  '<': (a, b) => a < b - EQUAL,
  '<=': (a, b) => a <= b + EQUAL,
  '>': (a, b) => a > b + EQUAL,
  '>=': (a, b) => a >= b - EQUAL,
};

function valuesTest(
  sources: MatchSources,
  models: readonly ModelColumns[],
  name: Extract<FilterNode, { kind: 'values' }>['name'],
  values: readonly string[],
): (index: number) => boolean {
  const { columns } = sources;
  if (isFacet(name)) return facetTest(sources, models, name, values);
  switch (name) {
    case 'failure': {
      const states = sources.states();
      const failures = anyOf(models, columns.count, ({ id }) => states.get(id)?.failures);
      const bits = failureBits(values);
      return (index) => (failures[index]! & bits) !== 0;
    }
    case 'id': {
      const wanted = new Set(values.map(normaliseId));
      return (index) => wanted.has(normaliseId(columns.recordIds[index]!));
    }
    case 'key': {
      const wanted = new Set(values);
      return (index) => wanted.has(columns.keys[index]!);
    }
  }
}

function isFacet(name: string): name is FacetId {
  return FACET_IDS.some((facet) => facet === name);
}
