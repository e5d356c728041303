import type { FilterVocabulary } from '../../../shared/model/filter-vocabulary.ts';
import type { ReadableDb } from '../db/handle.ts';
import { getTaxonomy } from '../db/taxonomy.ts';
import { listMetrics } from '../metrics/index.ts';
import type { AnnotationColumns } from './annotation-columns.ts';
import type { Columns } from './columns.ts';
import { listFacetValues } from './facets.ts';

const PROJECT_FACETS = ['field', 'subdomain', 'difficulty', 'combination', 'capability'] as const;

/** What filter expressions may name, but for tags. */
export function readVocabulary(columns: Columns): Omit<FilterVocabulary, 'tags'> {
  const { models } = columns;
  const titles = new Map(listMetrics().map(({ id, title }) => [id, title]));
  const others = models.flatMap(({ scores }) => [...scores.keys()]);
  return {
    values: Object.fromEntries(
      PROJECT_FACETS.map((facet) => [facet, listFacetValues(columns, facet)]),
    ),
    models: models.map(({ name }) => name),
    metrics: [...new Set([...titles.keys(), ...others])].map((id) => ({
      id,
      title: titles.get(id) ?? id,
      models: models.flatMap(({ name, scores }) => (scores.has(id) ? [name] : [])),
    })),
  };
}

/** Those of the taxonomy, then those that are in use and stand in it no more. */
export function readTags(
  db: ReadableDb,
  { tags: used }: Pick<AnnotationColumns, 'tags'>,
): FilterVocabulary['tags'] {
  const tags = getTaxonomy(db).map(({ id, label }) => ({ id, label }));
  const known = new Set(tags.map(({ id }) => id));
  return [...tags, ...used.filter((id) => !known.has(id)).map((id) => ({ id, label: id }))];
}
