import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../figures.ts';
import { measureFirstPictures } from './first-picture.ts';
import { measureLockstep } from './lockstep.ts';
import { makeFiles } from './make-files.ts';

export const bench: Bench = {
  title:
    'Players: first picture and waveform of two hours of sound, lockstep in Chromium over 30 s',
  async run() {
    const dir = mkdtempSync(join(tmpdir(), 'unim-loupe-bench-players-'));
    try {
      makeFiles(dir);
      return [...(await measureFirstPictures(dir)), ...(await measureLockstep(dir))];
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
};
