import { parentPort } from 'node:worker_threads';
import { AppError } from '../../../shared/api/errors.ts';
import type { ThreadAnswer } from './thread-queue.ts';

/** The worker's half of a `ThreadQueue`: one message in, one message out, in order. */
export function answerQuestions<Q, A>(answer: (question: Q) => Promise<A>): void {
  parentPort?.on('message', (question: Q) => {
    void reply(question, answer).then((message) => parentPort?.postMessage(message));
  });
}

async function reply<Q, A>(
  question: Q,
  answer: (question: Q) => Promise<A>,
): Promise<ThreadAnswer<A>> {
  try {
    return { ok: true, value: await answer(question) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toWire() };
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, error: { code: 'internal', message } };
  }
}
