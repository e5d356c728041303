// A worker in place of the product's, for what none of its own jobs does: it never ends, or dies.
import type { Job, JobResult } from '../../electron/engine/jobs/queue.ts';

export function runJob(job: Job): JobResult {
  const { jobId } = job;
  if (job.kind !== 'hash') throw new Error('hash jobs only');
  if (job.path === 'hang') for (;;);
  if (job.path === 'throw') throw new Error('out of paper');
  if (job.path === 'fill memory') {
    const held: unknown[][] = [];
    for (;;) held.push(new Array(100_000).fill({}));
  }
  return { jobId, kind: 'hashed', contentHash: job.path, state: { sizeBytes: 0, mtimeMs: 0 } };
}
