// Files too large to keep among the fixtures: made for each run, removed behind it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function makeLargeFiles() {
  const dir = await mkdtemp(join(tmpdir(), 'loupe-viewers-'));
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `${index},name ${index},${(index * 7) % 1000},"a, b",${index / 3}`,
  );
  await writeFile(join(dir, 'large.csv'), `id,name,value,quoted,third\n${rows.join('\n')}\n`);
  await writeFile(join(dir, 'one-line.py'), `x = "${'abcdefghij'.repeat(100_000)}"`);
  await writeFile(join(dir, 'many-lines.js'), 'const a = 1; // line\n'.repeat(50_000));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
