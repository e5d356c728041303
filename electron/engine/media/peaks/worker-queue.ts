import { Worker } from 'node:worker_threads';
import { AppError } from '../../../../shared/api/errors.ts';
import type { Peaks } from './decode.ts';
import type { PeakAnswer, PeakQuestion } from './peaks.worker.ts';

interface Job {
  readonly question: PeakQuestion;
  readonly resolve: (peaks: Peaks) => void;
  readonly reject: (error: unknown) => void;
}

const IDLE_MS = 15_000;

/**
 * One worker thread that decodes one file after another; started when needed, ended when idle. It
 * never keeps the process alive.
 */
export function createPeakQueue() {
  const waiting: Job[] = [];
  let running: Job | undefined;
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  function next(): void {
    running = waiting.shift();
    clearTimeout(idle);
    if (running === undefined) idle = setTimeout(stop, IDLE_MS).unref();
    else (worker ??= start()).postMessage(running.question);
  }

  function start(): Worker {
    const started = new Worker(new URL('./peaks.worker.ts', import.meta.url));
    started.unref();
    started.on('message', (answer: PeakAnswer) => {
      if (worker !== started) return;
      if (answer.ok) running?.resolve(answer.peaks);
      else running?.reject(AppError.fromWire(answer.error));
      next();
    });
    started.on('error', (error) => {
      if (worker !== started) return;
      worker = undefined;
      running?.reject(error);
      next();
    });
    return started;
  }

  function stop(): void {
    void worker?.terminate();
    worker = undefined;
  }

  return {
    /** @param signal  takes the file out of the queue, or stops its decoding */
    ask(question: PeakQuestion, signal: AbortSignal): Promise<Peaks> {
      return new Promise<Peaks>((resolve, reject) => {
        const job: Job = { question, resolve, reject };
        const abort = () => {
          reject(new AppError('bad-input', 'The waveform is no longer wanted.'));
          const at = waiting.indexOf(job);
          if (at !== -1) waiting.splice(at, 1);
          if (running !== job) return;
          stop();
          next();
        };
        if (signal.aborted) return abort();
        signal.addEventListener('abort', abort, { once: true });
        waiting.push(job);
        if (running === undefined) next();
      });
    },
    close: stop,
  };
}
