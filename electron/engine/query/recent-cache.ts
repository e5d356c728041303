/** Keeps the few values that were asked for last. */
export interface RecentCache<T> {
  readonly get: (key: string, make: () => T) => T;
}

/** @param size  how many are kept; the one that was not asked for the longest goes first */
export function createRecentCache<T>(size: number): RecentCache<T> {
  const kept = new Map<string, { readonly value: T }>();
  return {
    get(key, make) {
      const known = kept.get(key);
      const entry = known ?? { value: make() };
      kept.delete(key);
      kept.set(key, entry);
      const oldest = kept.size > size ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return entry.value;
    },
  };
}
