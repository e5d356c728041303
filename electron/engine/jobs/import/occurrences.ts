/** Counts how often each id has stood in a file: the second one is `…/2` (quirk 9). */
export interface Occurrences {
  /** @returns the key of this occurrence */
  readonly next: (baseKey: string) => string;
}

/** @param before  keys that were read before the import was cut off, ordinals included */
export function createOccurrences(before: Iterable<string> = []): Occurrences {
  const seen = new Map<string, number>();
  const next = (baseKey: string) => {
    const ordinal = (seen.get(baseKey) ?? 0) + 1;
    seen.set(baseKey, ordinal);
    return ordinal === 1 ? baseKey : `${baseKey}/${ordinal}`;
  };
  for (const key of before) next(key.split('/').slice(0, 3).join('/'));
  return { next };
}
