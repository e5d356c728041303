import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bench, Figure } from '../figures.ts';
import { measureBrush } from './brush.ts';
import { makeProject } from './make-project.ts';

const SCRIPT = fileURLToPath(new URL('./main.ts', import.meta.url));

export const bench: Bench = {
  title: 'Analysis, 31,026 instances × 8 models × 10 metrics',
  run: async () => {
    const dir = makeProject();
    const printed = execFileSync(process.execPath, [SCRIPT, dir], { encoding: 'utf8' });
    const figures = JSON.parse(printed) as Figure[]; // what main.ts prints
    return [...figures, ...(await measureBrush(dir))];
  },
};
