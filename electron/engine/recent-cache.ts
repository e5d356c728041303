/** Keeps the few values that were asked for last. */
export interface RecentCache<T> {
  /** What is kept, or what is made then. */
  readonly get: (key: string, make: () => T) => T;
  readonly find: (key: string) => T | undefined;
  readonly keep: (key: string, value: T) => void;
}

/**
 * @param size  how many are kept; the one that was not asked for the longest goes first
 * @param onDrop  called with a value that goes
 */
export function createRecentCache<T>(size: number, onDrop?: (dropped: T) => void): RecentCache<T> {
  const kept = new Map<string, { readonly value: T }>();

  function touch(key: string, entry: { readonly value: T }): T {
    kept.delete(key);
    kept.set(key, entry);
    const [oldest] = kept.size > size ? kept : [];
    if (oldest !== undefined) {
      kept.delete(oldest[0]);
      onDrop?.(oldest[1].value);
    }
    return entry.value;
  }

  return {
    get: (key, make) => touch(key, kept.get(key) ?? { value: make() }),
    find(key) {
      const known = kept.get(key);
      return known === undefined ? undefined : touch(key, known);
    },
    keep: (key, value) => void touch(key, { value }),
  };
}
