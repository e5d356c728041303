import { normaliseId } from '../../../shared/model/dataset.ts';
import type { Columns } from './columns.ts';

/**
 * Keys for "go to": those whose id is the text (padding ignored) first, then those whose key starts
 * with it, then those whose key holds it; each in the order of the keys.
 */
export function findKeys(columns: Columns, text: string, limit: number): string[] {
  const wanted = text
    .trim()
    .toLowerCase()
    .replace(/\s*\/\s*/g, '/');
  if (wanted === '') return [];
  const id = normaliseId(wanted);
  const ranked: string[][] = [[], [], []];
  columns.keys.forEach((key, index) => {
    const rank = rankOf(key.toLowerCase(), normaliseId(columns.recordIds[index] ?? ''), wanted, id);
    if (rank !== undefined) ranked[rank]?.push(key);
  });
  return ranked.flat().slice(0, limit);
}

function rankOf(key: string, ownId: string, wanted: string, id: string): 0 | 1 | 2 | undefined {
  if (ownId.toLowerCase() === id || key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  return key.includes(wanted) ? 2 : undefined;
}
