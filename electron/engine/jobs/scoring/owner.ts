import type { StoredRun } from '../../db/runs.ts';

/** A process that has not said anything for so long no longer works on its run, whatever runs under its id. */
const SILENT_MS = 15 * 60_000;

/** True while another living process, such as the command line, works on a run. */
export function isWorkedOnElsewhere(
  { state, ownerPid, beatAt }: Pick<StoredRun, 'state' | 'ownerPid' | 'beatAt'>,
  nowMs: number,
): boolean {
  if (state !== 'planned' && state !== 'running') return false;
  if (ownerPid === undefined || ownerPid === process.pid) return false;
  return nowMs - beatAt < SILENT_MS && isAlive(ownerPid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0); // sends nothing
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
