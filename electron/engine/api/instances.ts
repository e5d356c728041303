import type { InstanceRow, SearchHit } from '../../../shared/model/instance.ts';
import type { Workspace } from '../project/workspace.ts';
import { chosenModels, type Columns } from '../query/columns.ts';
import { readDistributions } from '../query/distribution.ts';
import { findKeys } from '../query/find-keys.ts';
import { readInstance } from '../query/instance-detail.ts';
import { readRows } from '../query/rows.ts';
import { prepareSearchHits, searchTermsOf } from '../query/search-hits.ts';
import type { HandlersOf } from './handlers.ts';

const byKey = { by: 'key', descending: false } as const;

/** Answers `instances.*`. */
export function createInstanceHandlers(workspace: Workspace): HandlersOf<'instances'> {
  return {
    'instances.page': ({ filter, models, sort, offset, limit }) => {
      const { db, query } = workspace.required();
      const { indexes, total } = query.list().slice({ filter, models }, sort, offset, limit);
      const columns = query.columns();
      const rows = readRows(db, columns, indexes, models, query.annotations());
      const terms = searchTermsOf(query.sources(), filter);
      if (terms.length === 0) return { rows, total };
      const names = new Map(chosenModels(columns, models).map(({ id, name }) => [id, name]));
      const hitsOf = prepareSearchHits(db, terms, (modelId) => names.get(modelId));
      return { rows: rows.map((row) => withHits(row, columns, hitsOf)), total };
    },
    'instances.facets': (input) => workspace.required().query.list().facets(input),
    'instances.position': ({ filter, models, sort, key }) =>
      workspace.required().query.list().position({ filter, models }, sort, key),
    'instances.find': ({ text, limit }) => ({
      keys: findKeys(workspace.required().query.columns(), text, limit),
    }),
    'instances.get': ({ key, models }) => {
      const { db, query } = workspace.required();
      return { instance: readInstance(db, query.media(), key, models) };
    },
    'instances.histograms': ({ filter, models, bins }) =>
      workspace.required().query.list().histograms({ filter, models }, bins),
    'instances.modes': (input) => workspace.required().query.list().modes(input),
    'instances.vocabulary': () => ({
      vocabulary: workspace.required().query.sources().vocabulary(),
    }),
    'instances.distribution': ({ filter, models, key }) => {
      const { query } = workspace.required();
      const columns = query.columns();
      const isAll = Object.keys(filter).length === 0;
      const indexes = isAll
        ? undefined
        : query.list().slice({ filter, models }, byKey, 0, columns.count).indexes;
      const own = key === undefined ? undefined : columns.indexByKey.get(key);
      return {
        distributions: readDistributions(chosenModels(columns, models), indexes, own),
      };
    },
  };
}

function withHits(
  row: InstanceRow,
  columns: Columns,
  hitsOf: (instanceId: number) => SearchHit[],
): InstanceRow {
  const id = columns.ids[columns.indexByKey.get(row.key) ?? -1];
  return id === undefined ? row : { ...row, hits: hitsOf(id) };
}
