import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../tests/builders/folders.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import { listEventsOfSeat } from '../db/rating-events.ts';
import { openWritable } from '../db/open.ts';
import { projectFile } from '../project/layout.ts';

const KILLS = 50;
const AT_ONCE = 5;
const script = fileURLToPath(new URL('../../../tests/builders/rating-process.ts', import.meta.url));

test('50 kills at random moments lose no rating that was answered', async () => {
  const random = createRandom(50);
  const dir = makeFolder();
  let answered = 0;
  for (let first = 0; first < KILLS; first += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, at) =>
      killAndCount(join(dir, String(at)), `rater-${first + at}`, random() * 40),
    );
    for (const { told, kept, values } of await Promise.all(batch)) {
      expect(kept).toBeGreaterThanOrEqual(told);
      expect(kept).toBeLessThanOrEqual(told + 1); // one may have been kept and not told any more
      expect(values).toEqual(Array.from({ length: kept }, (_, unit) => 1 + (unit % 5)));
      answered += told;
    }
  }
  expect(answered).toBeGreaterThan(KILLS);
}, 120_000);

/** @param afterMs  behind the first rating */
async function killAndCount(dir: string, rater: string, afterMs: number) {
  mkdirSync(dir, { recursive: true });
  openWritable(projectFile(dir)).close();
  const rating = spawn(process.execPath, [script, dir, rater], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  rating.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(rating.stdout, 'data');
  await wait(afterMs);
  rating.kill('SIGKILL');
  await once(rating, 'close');
  const db = openWritable(projectFile(dir));
  const kept = listEventsOfSeat(db, 's', rater);
  db.close();
  const told = output.split('\n').filter((line) => line !== '').length;
  return { told, kept: kept.length, values: kept.map(({ value }) => value) };
}
