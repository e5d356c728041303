import type { FacetId, InstanceFilter } from '../../../shared/model/filter.ts';
import type { Feature } from '../analysis/slice-features.ts';

const MODALITY_FACETS: ReadonlySet<FacetId> = new Set(['inputModality', 'outputModality']);

/** A filter narrowed to a slice. */
export function narrowFilter(filter: InstanceFilter, features: readonly Feature[]): InstanceFilter {
  const facets: Partial<Record<FacetId, string[]>> = { ...filter.facets };
  const clauses: string[] = [];
  for (const { dimension, value, range } of features) {
    if (dimension === 'length') {
      if (range === undefined) continue;
      clauses.push(`length(task) >= ${range[0]} and length(task) <= ${range[1]}`);
    } else if (MODALITY_FACETS.has(dimension)) {
      // all that are named must be there
      facets[dimension] = [...new Set([...(facets[dimension] ?? []), value])];
    } else {
      facets[dimension] = [value];
    }
  }
  const expression = [filter.expression?.trim() ?? '', ...clauses].filter((part) => part !== '');
  return {
    ...filter,
    ...(Object.keys(facets).length === 0 ? {} : { facets }),
    ...(expression.length === 0 ? {} : { expression: joined(expression) }),
  };
}

/** `and` binds closer than `or`, so what was typed is put in parentheses. */
function joined(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(' and ');
}
