import { createLoader } from './api-error.ts';
import { latest, type AsyncData } from './async-data.ts';

/** An answer with the question that it is to; while a newer one is on its way, still the older. */
export interface Answered<Q, A> {
  readonly question: Q;
  readonly answer: A;
}

/** Fills an `AsyncData` with the answer to the question that was asked last. */
export interface AskedLoader<Q> {
  /** Asks, unless this is what was asked last and did not fail. */
  readonly ask: (question: Q) => void;
  /** Asks the same again: what it is about has changed. */
  readonly again: () => void;
  /** Forgets question and answer. */
  readonly reset: () => void;
}

export function createAskedLoader<Q, A>(
  get: () => AsyncData<Answered<Q, A>>,
  set: (data: AsyncData<Answered<Q, A>>) => void,
  load: (question: Q, signal: AbortSignal) => Promise<A>,
): AskedLoader<Q> {
  const loader = createLoader(get, set);
  let asked: Q | undefined;
  const run = (question: Q) => {
    asked = question;
    void loader.run(async (signal) => ({ question, answer: await load(question, signal) }));
  };
  return {
    ask(question) {
      const isSame = JSON.stringify(question) === JSON.stringify(asked);
      if (!isSame || get().status === 'failed') run(question);
    },
    again() {
      if (asked !== undefined) run(asked);
    },
    reset() {
      asked = undefined;
      loader.reset();
    },
  };
}

/** The answer to draw; undefined when there is none yet. */
export function latestAnswer<Q, A>(state: AsyncData<Answered<Q, A>>): A | undefined {
  return latest(state)?.answer;
}
