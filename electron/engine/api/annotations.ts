import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/api/errors.ts';
import type { Annotation, AnnotationDraft } from '../../../shared/model/annotation.ts';
import {
  addAnnotationEvent,
  findAnnotation,
  findEvent,
  findLastEvent,
  listAnnotationsOf,
  type StoredAnnotation,
  type StoredEvent,
} from '../db/annotations.ts';
import { findInstance } from '../db/instances.ts';
import { listModels } from '../db/models.ts';
import { createSearchIndexer } from '../jobs/search-index.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Workspace } from '../project/workspace.ts';
import { annotatedHashes } from '../query/annotated-hash.ts';
import { readAnnotation, readHistory } from '../query/read-annotations.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `annotations.*`. */
export function createAnnotationHandlers(workspace: Workspace): HandlersOf<'annotations'> {
  /** Events of each open project that can be taken back, the last one last; gone when it is closed. */
  const undoable = new WeakMap<ProjectSession, number[]>();
  const stackOf = (session: ProjectSession): number[] => {
    const stack = undoable.get(session) ?? [];
    undoable.set(session, stack);
    return stack;
  };
  const now = () => new Date(workspace.options.clock()).toISOString();

  function add(doing: string, event: StoredAnnotation, undoes?: number): void {
    const session = workspace.required();
    let id = 0;
    session.write(doing, (db) => {
      id = addAnnotationEvent(db, { ...event, undoes });
      const instance = event.kind === 'note' ? findInstance(db, event.key) : undefined;
      if (instance !== undefined) createSearchIndexer(db).one(instance.id);
    });
    if (undoes === undefined) stackOf(session).push(id);
    session.query.annotationsChanged(event.key);
    workspace.emit('annotations.changed', { key: event.key });
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
      add('keep the annotation', event);
      return { annotation: readAnnotation(event, hash) satisfies Annotation };
    },
    'annotations.remove': ({ id }) => {
      const before = existing('remove', id);
      add('remove the annotation', { ...before, at: now(), isRemoved: true });
      return {};
    },
    'annotations.undo': () => {
      const session = workspace.required();
      const last = stackOf(session).at(-1);
      const event = last === undefined ? undefined : findEvent(session.db, last);
      if (event === undefined) return {};
      const before = findLastEvent(session.db, event.annotationId, event.id);
      const isRemoved = before?.isRemoved ?? true;
      add('undo', { ...(before ?? event), at: now(), isRemoved }, event.id);
      stackOf(session).pop();
      return { key: event.key };
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
