import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bench, Figure } from '../figures.ts';
import { makeProject } from './make-project.ts';

const SCRIPT = fileURLToPath(new URL('./main.ts', import.meta.url));

export const bench: Bench = {
  title: 'Analysis, 31,026 instances × 8 models × 10 metrics',
  run: () => {
    const printed = execFileSync(process.execPath, [SCRIPT, makeProject()], { encoding: 'utf8' });
    return Promise.resolve(JSON.parse(printed) as Figure[]); // what main.ts prints
  },
};
