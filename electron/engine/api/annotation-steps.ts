import {
  prepareAnnotationEvents,
  prepareEventFinder,
  type StoredAnnotation,
} from '../db/annotations.ts';
import { findInstance } from '../db/instances.ts';
import { createSearchIndexer } from '../jobs/search-index.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Workspace } from '../project/workspace.ts';

/** Of more instances it is only told that they were many. */
const MOST_TOLD = 50;

/** What was said since a project was opened, step by step; a step may be over many instances. */
export interface AnnotationSteps {
  /** @param doing  for the message when it cannot be done, e.g. `keep the annotation` */
  readonly add: (
    session: ProjectSession,
    doing: string,
    events: readonly StoredAnnotation[],
  ) => void;
  /** Takes the last step back. @returns of which instance it was, or of how many */
  readonly undo: (session: ProjectSession, at: string) => { key?: string; instances?: number };
  readonly canUndo: (session: ProjectSession) => boolean;
}

export function createAnnotationSteps({ emit }: Pick<Workspace, 'emit'>): AnnotationSteps {
  /** Ids of the events of each step, the last step last; gone when the project is closed. */
  const undoable = new WeakMap<ProjectSession, (readonly number[])[]>();
  const stackOf = (session: ProjectSession): (readonly number[])[] => {
    const stack = undoable.get(session) ?? [];
    undoable.set(session, stack);
    return stack;
  };

  function write(
    session: ProjectSession,
    doing: string,
    events: readonly (StoredAnnotation & { readonly undoes?: number })[],
  ): number[] {
    let ids: number[] = [];
    session.write(doing, (db) => {
      ids = events.map(prepareAnnotationEvents(db));
      const noted = new Set(events.flatMap(({ kind, key }) => (kind === 'note' ? [key] : [])));
      for (const key of noted) {
        const instance = findInstance(db, key);
        if (instance !== undefined) createSearchIndexer(db).one(instance.id);
      }
    });
    const keys = [...new Set(events.map(({ key }) => key))];
    session.query.annotationsChanged(keys);
    for (const key of keys.length > MOST_TOLD ? [''] : keys) emit('annotations.changed', { key });
    return ids;
  }

  return {
    add(session, doing, events) {
      if (events.length > 0) stackOf(session).push(write(session, doing, events));
    },
    undo(session, at) {
      const ids = stackOf(session).at(-1) ?? [];
      const { find, findLast } = prepareEventFinder(session.db);
      const events = ids.flatMap((id) => find(id) ?? []);
      if (events.length === 0) return {};
      const back = events.toReversed().map((event) => {
        const before = findLast(event.annotationId, event.id);
        const isRemoved = before?.isRemoved ?? true;
        return { ...(before ?? event), at, isRemoved, undoes: event.id };
      });
      write(session, 'undo', back);
      stackOf(session).pop();
      const [key = '', ...others] = new Set(events.map((event) => event.key));
      return others.length === 0 ? { key } : { instances: others.length + 1 };
    },
    canUndo: (session) => stackOf(session).length > 0,
  };
}
