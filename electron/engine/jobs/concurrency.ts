import { availableParallelism, totalmem } from 'node:os';

/** The largest files of the official sizes stay below it, decoded and with everything computed. */
const BYTES_A_WORKER = 1.5e9;

/** Worker threads for this machine: a core is left to the app, and no more than memory allows. */
export function defaultConcurrency(): number {
  const byMemory = Math.floor(totalmem() / BYTES_A_WORKER);
  return Math.max(1, Math.min(availableParallelism() - 1, byMemory, 32));
}
