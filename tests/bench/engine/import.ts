import { fork } from 'node:child_process';
import type { SyntheticData } from './synthetic.ts';

/** Seconds from `import.start` on; memory is the whole process's, worker thread included. */
export interface ImportTimes {
  readonly usableS: number;
  readonly indexedS: number;
  readonly peakMb: number;
  readonly againS: number;
}

/** Imports in a process of its own, so that its memory is that of an import and nothing else. */
export async function measureImport(data: SyntheticData, dir: string): Promise<ImportTimes> {
  const child = fork(new URL('./import-process.ts', import.meta.url), { stdio: 'inherit' });
  const result = new Promise<ImportTimes>((resolve, reject) => {
    child.once('message', (message) => resolve(message as ImportTimes)); // sent by import-process.ts
    child.once('exit', (code) => reject(new Error(`the importing process ended with ${code}`)));
  });
  child.send({ data, dir });
  return await result;
}
