import type { Job, JobQueue, JobResult } from '../queue.ts';

type WithoutId<J> = J extends unknown ? Omit<J, 'jobId'> : never;

/** Submits a job and resolves with its result; never, when the queue is cancelled. */
export type AskQueue = (job: WithoutId<Job>) => Promise<JobResult>;

/** @param prefix  makes job ids unique where several share a queue */
export function createAskQueue(queue: JobQueue, prefix: string): AskQueue {
  const asked = new Map<string, (result: JobResult) => void>();
  let count = 0;
  queue.onResult((result) => {
    asked.get(result.jobId)?.(result);
    asked.delete(result.jobId);
  });
  return (job) =>
    new Promise((resolve) => {
      const jobId = `${prefix}:${++count}`;
      asked.set(jobId, resolve);
      queue.submit({ ...job, jobId });
    });
}
