import { instanceKey } from '../../../../shared/model/dataset.ts';
import type { UnimRecord } from '../types.ts';

/** Where an id was met first. */
export interface FirstMention {
  readonly file: string;
  readonly line: number;
  readonly id: string;
}

export interface DuplicateFinder {
  /** @returns how often the key was met before, and where first; undefined for the first time */
  readonly find: (
    record: UnimRecord,
    file: string,
    line: number,
  ) => { readonly ordinal: number; readonly first: FirstMention } | undefined;
}

/** Finds ids that stand more than once in a subdomain, padded or not (quirk 9). */
export function createDuplicateFinder(): DuplicateFinder {
  const met = new Map<string, { count: number; first: FirstMention }>();
  return {
    find({ field, subdomain, id }, file, line) {
      const key = instanceKey(field, subdomain, id);
      const known = met.get(key);
      if (known === undefined) {
        met.set(key, { count: 1, first: { file, line, id } });
        return undefined;
      }
      known.count += 1;
      return { ordinal: known.count, first: known.first };
    },
  };
}
