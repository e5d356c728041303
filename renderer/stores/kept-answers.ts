/** Answers that are asked for before they are needed, the last few of them. */
export interface KeptAnswers<T> {
  /** The answer that is here or on its way; else `load` is asked. One that fails is not kept. */
  readonly ask: (id: string, load: () => Promise<T>) => Promise<T>;
  /** An answer that has come: it can be shown without waiting for a turn of the event loop. */
  readonly known: (id: string) => T | undefined;
  readonly forget: () => void;
}

/** @param most  how many are kept; the one that was used longest ago gives way */
export function createKeptAnswers<T>(most: number): KeptAnswers<T> {
  const kept = new Map<string, { readonly asked: Promise<T>; answer?: T }>();
  return {
    ask(id, load) {
      const before = kept.get(id);
      if (before !== undefined) {
        kept.delete(id);
        kept.set(id, before);
        return before.asked;
      }
      const entry: { readonly asked: Promise<T>; answer?: T } = { asked: load() };
      kept.set(id, entry);
      entry.asked.then(
        (answer) => (entry.answer = answer),
        () => kept.get(id) === entry && kept.delete(id), // so that the next try asks again
      );
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return entry.asked;
    },
    known: (id) => kept.get(id)?.answer,
    forget: () => kept.clear(),
  };
}
