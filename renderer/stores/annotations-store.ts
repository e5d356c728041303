// What people said of the instance that is open, and what changes it. Commands go one after another, so
// that keys pressed quickly do what they would have done slowly.
import { create } from 'zustand';
import type {
  Annotation,
  AnnotationDraft,
  AnnotationEvent,
  AnnotationKind,
} from '../../shared/model/annotation.ts';
import { api } from '../api/index.ts';
import { placeId, type PlaceName } from './annotation-place.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';

interface Listed {
  readonly key: string;
  readonly annotations: readonly Annotation[];
  readonly canUndo: boolean;
}

interface AnnotationsState {
  readonly listed: AsyncData<Listed>;
  /** Undefined while it is not shown. */
  readonly history: AsyncData<readonly AnnotationEvent[]> | undefined;
  /** Why the last change was not kept. */
  readonly error: ShownError | undefined;
}

export const useAnnotationsStore = create<AnnotationsState>(() => ({
  listed: idle,
  history: undefined,
  error: undefined,
}));

const loader = createLoader<Listed>(
  () => useAnnotationsStore.getState().listed,
  (listed) => useAnnotationsStore.setState({ listed }),
);
const historyLoader = createLoader<readonly AnnotationEvent[]>(
  () => useAnnotationsStore.getState().history ?? idle,
  (history) => useAnnotationsStore.setState({ history }),
);
let wanted: string | undefined;
const none: readonly never[] = [];

/** What was said of an instance; nothing until it is known. */
export function useAnnotations(key: string | undefined): readonly Annotation[] {
  return useAnnotationsStore(({ listed }) => {
    const known = latest(listed);
    return known !== undefined && known.key === key ? known.annotations : none;
  });
}

export function useCanUndo(): boolean {
  return useAnnotationsStore(({ listed }) => latest(listed)?.canUndo ?? false);
}

/** Shows what was said of an instance. */
export async function loadAnnotations(key: string): Promise<void> {
  if (wanted !== key) hideHistory();
  wanted = key;
  await loader.run(async (signal) => {
    const reply = await api.call('annotations.list', { key }, signal);
    return { key, ...reply };
  });
}

export async function showHistory(key: string): Promise<void> {
  await historyLoader.run(
    async (signal) => (await api.call('annotations.history', { key }, signal)).events,
  );
}

export function hideHistory(): void {
  historyLoader.reset();
  useAnnotationsStore.setState({ history: undefined });
}

let tail: Promise<unknown> = Promise.resolve();

/** Does it when everything asked for before is done. @returns false when it could not be done */
function inTurn(change: () => Promise<unknown>): Promise<boolean> {
  const mine = tail.then(async () => {
    useAnnotationsStore.setState({ error: undefined });
    try {
      await change();
      return true;
    } catch (error) {
      useAnnotationsStore.setState({ error: toShownError(error) });
      return false;
    } finally {
      if (wanted !== undefined) await loadAnnotations(wanted);
    }
  });
  tail = mine;
  return mine;
}

export function saveAnnotation(draft: AnnotationDraft): Promise<boolean> {
  return inTurn(() => api.call('annotations.save', draft));
}

export function removeAnnotation(id: string): Promise<boolean> {
  return inTurn(() => api.call('annotations.remove', { id }));
}

/** Takes a flag or tag away where it stands, else puts it there. */
export function toggleAnnotation(draft: AnnotationDraft): Promise<boolean> {
  return inTurn(async () => {
    const { annotations } = await api.call('annotations.list', { key: draft.key });
    const there = annotations.filter((each) => isSame(each, draft));
    if (there.length === 0) await api.call('annotations.save', draft);
    for (const { id } of there) await api.call('annotations.remove', { id });
  });
}

/** Takes back the last change since the project was opened. */
export function undoAnnotation(): Promise<boolean> {
  return inTurn(() => api.call('annotations.undo', {}));
}

type Said = PlaceName & Pick<AnnotationDraft, 'kind' | 'tag'>;

function isSame(a: Said, b: Said): boolean {
  return a.kind === b.kind && a.tag === b.tag && placeId(a) === placeId(b);
}

/** Of one kind. */
export function ofKind(annotations: readonly Annotation[], kind: AnnotationKind): Annotation[] {
  return annotations.filter((each) => each.kind === kind);
}

api.on('annotations.changed', ({ key }) => {
  const isMeant = key === wanted || key === '';
  if (!isMeant || wanted === undefined) return;
  void loadAnnotations(wanted);
  if (useAnnotationsStore.getState().history !== undefined) void showHistory(wanted);
});
// whether it is stale may have changed
api.on('data.changed', () => {
  if (wanted !== undefined) void loadAnnotations(wanted);
});
api.on('project.changed', () => {
  wanted = undefined;
  loader.reset();
  hideHistory();
});
