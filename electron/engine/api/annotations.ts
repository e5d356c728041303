import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/api/errors.ts';
import type { Annotation, AnnotationDraft } from '../../../shared/model/annotation.ts';
import {
  findAnnotation,
  findEvent,
  findLastEvent,
  listAnnotationsOf,
  prepareAnnotationEvents,
  type StoredAnnotation,
  type StoredEvent,
} from '../db/annotations.ts';
import { findInstance } from '../db/instances.ts';
import { listModels } from '../db/models.ts';
import { planAnnotations } from '../jobs/annotate-many.ts';
import { createSearchIndexer } from '../jobs/search-index.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Workspace } from '../project/workspace.ts';
import { annotatedHashes } from '../query/annotated-hash.ts';
import { readAnnotation, readHistory } from '../query/read-annotations.ts';
import type { HandlersOf } from './handlers.ts';

const BY_KEY = { by: 'key', descending: false } as const;
/** Of more instances it is only told that they were many. */
const MOST_TOLD = 50;

/** Answers `annotations.*`. */
export function createAnnotationHandlers(workspace: Workspace): HandlersOf<'annotations'> {
  /** Steps of each open project that can be taken back, the last one last; gone when it is closed. */
  const undoable = new WeakMap<ProjectSession, (readonly number[])[]>();
  const stackOf = (session: ProjectSession): (readonly number[])[] => {
    const stack = undoable.get(session) ?? [];
    undoable.set(session, stack);
    return stack;
  };
  const now = () => new Date(workspace.options.clock()).toISOString();

  /** Adds the events of one step. @returns their ids */
  function add(
    session: ProjectSession,
    doing: string,
    events: readonly (StoredAnnotation & { readonly undoes?: number })[],
  ): number[] {
    let ids: number[] = [];
    session.write(doing, (db) => {
      ids = events.map(prepareAnnotationEvents(db));
      const noted = new Set(events.flatMap(({ kind, key }) => (kind === 'note' ? [key] : [])));
      const index = createSearchIndexer(db);
      for (const key of noted) {
        const instance = findInstance(db, key);
        if (instance !== undefined) index.one(instance.id);
      }
    });
    const keys = [...new Set(events.map(({ key }) => key))];
    session.query.annotationsChanged(keys);
    const told = keys.length > MOST_TOLD ? [''] : keys;
    for (const key of told) workspace.emit('annotations.changed', { key });
    return ids;
  }

  /** Adds a step that can be taken back. */
  function step(session: ProjectSession, doing: string, events: readonly StoredAnnotation[]): void {
    if (events.length > 0) stackOf(session).push(add(session, doing, events));
  }

  function existing(doing: string, id: string): StoredEvent {
    const found = findAnnotation(workspace.required().db, id);
    if (found !== undefined) return found;
    throw new AppError('not-found', `Cannot ${doing} the annotation: there is none. "${id}"`);
  }

  return {
    'annotations.list': ({ key }) => {
      const session = workspace.required();
      const hash = annotatedHashes(session.db, key);
      return {
        annotations: listAnnotationsOf(session.db, key).map((each) => readAnnotation(each, hash)),
        canUndo: stackOf(session).length > 0,
      };
    },
    'annotations.save': (draft) => {
      const { db } = workspace.required();
      const before = draft.id === undefined ? undefined : existing('change', draft.id);
      checkTarget(workspace.required(), draft);
      const at = now();
      const { id: _id, ...said } = draft;
      const hash = annotatedHashes(db, draft.key);
      const event: StoredAnnotation = {
        ...said,
        annotationId: before?.annotationId ?? randomUUID(),
        author: before?.author ?? '',
        hash: hash(draft.side, draft.model),
        createdAt: before?.createdAt ?? at,
        at,
        isRemoved: false,
      };
      step(workspace.required(), 'keep the annotation', [event]);
      return { annotation: readAnnotation(event, hash) satisfies Annotation };
    },
    'annotations.remove': ({ id }) => {
      const before = existing('remove', id);
      const removed = { ...before, at: now(), isRemoved: true };
      step(workspace.required(), 'remove the annotation', [removed]);
      return {};
    },
    'annotations.saveMany': async ({ filter, models, annotation }, signal) => {
      const session = workspace.required();
      const { db, query } = session;
      const columns = query.columns();
      const annotations = query.annotations();
      const { indexes } = query.list().slice({ filter, models }, BY_KEY, 0, columns.count);
      const instances = Array.from(indexes, (index) => ({
        key: columns.keys[index] ?? '',
        isAnnotated: annotations.summaryAt(index) !== undefined,
      }));
      const events = await planAnnotations(db, instances, annotation, now(), signal);
      step(session, 'annotate the instances', events);
      const changed = new Set(events.map(({ key }) => key)).size;
      return { changed, total: indexes.length };
    },
    'annotations.undo': () => {
      const session = workspace.required();
      const ids = stackOf(session).at(-1) ?? [];
      const events = ids.flatMap((id) => findEvent(session.db, id) ?? []);
      if (events.length === 0) return {};
      const at = now();
      const back = events.toReversed().map((event) => {
        const before = findLastEvent(session.db, event.annotationId, event.id);
        return {
          ...(before ?? event),
          at,
          isRemoved: before?.isRemoved ?? true,
          undoes: event.id,
        };
      });
      add(session, 'undo', back);
      stackOf(session).pop();
      const keys = new Set(events.map(({ key }) => key));
      const [key = ''] = keys;
      return keys.size === 1 ? { key } : { instances: keys.size };
    },
    'annotations.history': ({ key, limit }) => ({
      events: readHistory(workspace.required().db, key, limit),
    }),
  };
}

/** What is said must be of something that the project knows. */
function checkTarget({ db }: ProjectSession, { key, model }: AnnotationDraft): void {
  if (findInstance(db, key) === undefined) {
    throw new AppError('not-found', `Cannot annotate the instance: the project has none. "${key}"`);
  }
  if (model !== undefined && !listModels(db).some(({ name }) => name === model)) {
    throw new AppError('not-found', `Cannot annotate the response: there is no model "${model}".`);
  }
}
