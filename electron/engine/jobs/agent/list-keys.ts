import type { AgentRequest } from '../../../../shared/model/agent.ts';
import type { RunQuery } from '../scoring/run-scope.ts';

/** Keys of the instances that a request means, in the order of keys. */
export function listKeys(query: RunQuery, { filter, keys }: AgentRequest): string[] {
  const columns = query.columns();
  const all = { by: 'key', descending: false } as const;
  const { indexes } = query.list().slice({ filter, models: [] }, all, 0, columns.ids.length);
  const named = keys && new Set(keys);
  return Array.from(indexes)
    .map((index) => columns.keys[index] ?? '')
    .filter((key) => named?.has(key) ?? true);
}
