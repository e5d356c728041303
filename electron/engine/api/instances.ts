import type { Workspace } from '../project/workspace.ts';
import { findKeys } from '../query/find-keys.ts';
import { readInstance } from '../query/instance-detail.ts';
import { readRows } from '../query/rows.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `instances.*`. */
export function createInstanceHandlers(workspace: Workspace): HandlersOf<'instances'> {
  return {
    'instances.page': ({ filter, models, sort, offset, limit }) => {
      const { db, query } = workspace.required();
      const { indexes, total } = query.list().slice({ filter, models }, sort, offset, limit);
      return { rows: readRows(db, query.columns(), indexes, models, query.annotations()), total };
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
  };
}
