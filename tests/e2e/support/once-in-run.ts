// Workers share what takes seconds to make: the first that asks makes it, the others wait for it. The
// folder is of this run alone, since another run beside it works from other sources.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PLACE = 'LOUPE_E2E_RUN_DIR';

/** Playwright's global set-up: makes the folder of the run; what it returns removes it. */
export async function beginRun(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'loupe-run-'));
  process.env[PLACE] = dir;
  return () => rm(dir, { recursive: true, force: true });
}

/**
 * A folder that is filled once in a run, by whichever worker asks first.
 *
 * @param fill  gets the empty folder; when it fails, every worker that asks tries again
 */
export async function onceInRun(
  name: string,
  fill: (dir: string) => Promise<unknown>,
): Promise<string> {
  const run = process.env[PLACE];
  if (run === undefined) throw new Error('Playwright’s global set-up did not run.');
  const dir = join(run, name);
  const done = `${dir}.done`;
  while (!existsSync(done)) {
    const isOurs = await mkdir(dir).then(
      () => true,
      () => false,
    );
    if (!isOurs) {
      await sleep(100);
      continue;
    }
    try {
      await fill(dir);
      await writeFile(done, '');
    } catch (error) {
      await rm(dir, { recursive: true, force: true });
      throw error;
    }
  }
  return dir;
}
