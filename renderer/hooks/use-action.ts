import { useEffect, useRef } from 'react';
import { registerAction, runAction as run, useActionsStore } from '../stores/actions-store.ts';
import { ACTION_IDS, type ActionId } from './keymap.ts';

/**
 * Gives an action its handler while the component is mounted; `undefined` takes it away, and the
 * action is then neither listed nor started by its key.
 */
export function useAction(id: ActionId, handler: (() => void) | undefined): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  const isGiven = handler !== undefined;
  useEffect(() => {
    if (!isGiven) return undefined;
    return registerAction(id, () => latest.current?.());
  }, [id, isGiven]);
}

export function runAction(id: ActionId): boolean {
  return run(id);
}

/** Actions that have a handler now, in the keymap's order. */
export function useAvailableActions(): readonly ActionId[] {
  const handlers = useActionsStore((state) => state.handlers);
  return ACTION_IDS.filter((id) => handlers.has(id));
}
