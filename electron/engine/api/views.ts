import { AppError } from '../../../shared/api/errors.ts';
import type { SavedView } from '../../../shared/model/saved-view.ts';
import { listSavedViews, removeView, saveView } from '../db/saved-views.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `views.*`. */
export function createViewHandlers(workspace: Workspace): HandlersOf<'views'> {
  return {
    'views.list': () => ({ views: listSavedViews(workspace.required().db) }),
    'views.save': (view) => {
      const savedAt = new Date(workspace.options.clock()).toISOString();
      let kept: SavedView | undefined;
      workspace.required().change('save the view', (db) => {
        kept = saveView(db, { ...view, savedAt });
      });
      if (kept === undefined) throw new Error('the view was not kept');
      return { view: kept };
    },
    'views.remove': ({ id }) => {
      let wasThere = false;
      workspace.required().change('remove the view', (db) => {
        wasThere = removeView(db, id);
      });
      if (wasThere) return {};
      throw new AppError('not-found', `Cannot remove the view: there is none with the id ${id}.`);
    },
  };
}
