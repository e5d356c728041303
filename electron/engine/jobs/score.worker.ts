// A thread that scores and prepares: one job at a time, a message in and a message out. It has no database.
import type { Job, JobResult } from './queue.ts';
import { runPrepareJob, runScoreJob } from './scoring/do-job.ts';
import { hashFile } from './scoring/hash-file.ts';
import { moveBytes } from './scoring/move-bytes.ts';
import { describeScorers } from './scoring/scorers.ts';

/** Called by the pool for each job. */
export async function runJob(job: Job): Promise<JobResult> {
  const { jobId } = job;
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  switch (job.kind) {
    case 'describe': {
      const scorers = await describeScorers(job.metrics, job.settings);
      return { jobId, kind: 'described', scorers };
    }
    case 'hash': {
      const hashed = hashFile(job.path);
      if (hashed.status === 'hashed') {
        return { jobId, kind: 'hashed', contentHash: hashed.contentHash, state: hashed.state };
      }
      return { jobId, kind: 'outcome', outcome: hashed, seconds: seconds() };
    }
    case 'score': {
      const outcome = await runScoreJob(job);
      return { jobId, kind: 'outcome', outcome, seconds: seconds() };
    }
    case 'prepare': {
      const prepared = await runPrepareJob(job);
      if (prepared.status === 'unscored') {
        return { jobId, kind: 'outcome', outcome: prepared, seconds: seconds() };
      }
      return moveBytes({ jobId, kind: 'prepared', prepared, seconds: seconds() });
    }
  }
}
