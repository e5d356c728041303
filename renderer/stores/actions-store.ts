// Which actions have a handler now. Views register while they are mounted; of several handlers of one
// action the latest is used.
import { create } from 'zustand';

type Handler = () => void;

interface ActionsState<Id extends string> {
  readonly handlers: ReadonlyMap<Id, readonly Handler[]>;
}

export const useActionsStore = create<ActionsState<string>>(() => ({ handlers: new Map() }));

export function registerAction(id: string, handler: Handler): () => void {
  change(id, (before) => [...before, handler]);
  return () => change(id, (before) => before.filter((other) => other !== handler));
}

function change(id: string, edit: (before: readonly Handler[]) => readonly Handler[]): void {
  const handlers = new Map(useActionsStore.getState().handlers);
  const after = edit(handlers.get(id) ?? []);
  if (after.length === 0) handlers.delete(id);
  else handlers.set(id, after);
  useActionsStore.setState({ handlers });
}

export function isActionAvailable(id: string): boolean {
  return useActionsStore.getState().handlers.has(id);
}

/** @returns false when the action has no handler now */
export function runAction(id: string): boolean {
  const handler = useActionsStore.getState().handlers.get(id)?.at(-1);
  handler?.();
  return handler !== undefined;
}
