import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/api/errors.ts';
import type { Annotation, AnnotationDraft } from '../../../shared/model/annotation.ts';
import {
  findAnnotation,
  listAnnotationsOf,
  type StoredAnnotation,
  type StoredEvent,
} from '../db/annotations.ts';
import { findInstance } from '../db/instances.ts';
import { listModels } from '../db/models.ts';
import { planAnnotations } from '../jobs/annotate-many.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Workspace } from '../project/workspace.ts';
import { annotatedHashes } from '../query/annotated-hash.ts';
import { readAnnotation, readHistory } from '../query/read-annotations.ts';
import { createAnnotationSteps } from './annotation-steps.ts';
import type { HandlersOf } from './handlers.ts';

const BY_KEY = { by: 'key', descending: false } as const;

/** Answers `annotations.*`. */
export function createAnnotationHandlers(workspace: Workspace): HandlersOf<'annotations'> {
  const steps = createAnnotationSteps(workspace);
  const now = () => new Date(workspace.options.clock()).toISOString();

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
        canUndo: steps.canUndo(session),
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
      steps.add(workspace.required(), 'keep the annotation', [event]);
      return { annotation: readAnnotation(event, hash) satisfies Annotation };
    },
    'annotations.remove': ({ id }) => {
      const before = existing('remove', id);
      const removed = { ...before, at: now(), isRemoved: true };
      steps.add(workspace.required(), 'remove the annotation', [removed]);
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
      steps.add(session, 'annotate the instances', events);
      const changed = new Set(events.map(({ key }) => key)).size;
      return { changed, total: indexes.length };
    },
    'annotations.undo': () => steps.undo(workspace.required(), now()),
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
