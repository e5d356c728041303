import { SHIPPED_TAXONOMY } from '../../../shared/model/taxonomy.ts';
import { countTags } from '../db/annotations.ts';
import { getTaxonomy, saveTaxonomy } from '../db/taxonomy.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `taxonomy.*`. */
export function createTaxonomyHandlers(workspace: Workspace): HandlersOf<'taxonomy'> {
  return {
    'taxonomy.get': () => {
      const { db } = workspace.required();
      return {
        tags: getTaxonomy(db),
        shipped: SHIPPED_TAXONOMY,
        uses: Object.fromEntries(countTags(db)),
      };
    },
    'taxonomy.save': ({ tags }) => {
      workspace.required().change('save the tags', (db) => saveTaxonomy(db, tags));
      return {};
    },
  };
}
