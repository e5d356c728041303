import type { StoredRun } from '../../db/runs.ts';
import { isProcessAlive } from '../../is-process-alive.ts';

/** A process that has not said anything for so long no longer works on its run, whatever runs under its id. */
const SILENT_MS = 15 * 60_000;

/** True while another living process, such as the command line, works on a run. */
export function isWorkedOnElsewhere(
  { state, ownerPid, beatAt }: Pick<StoredRun, 'state' | 'ownerPid' | 'beatAt'>,
  nowMs: number,
): boolean {
  if (state !== 'planned' && state !== 'running') return false;
  if (ownerPid === undefined || ownerPid === process.pid) return false;
  return nowMs - beatAt < SILENT_MS && isProcessAlive(ownerPid);
}
