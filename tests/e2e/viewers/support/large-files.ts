// Files too large to keep among the fixtures; made for each run.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function writeLargeFiles(dir: string): Promise<void> {
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `${index},name ${index},${(index * 7) % 1000},"a, b",${index / 3}`,
  );
  await writeFile(join(dir, 'large.csv'), `id,name,value,quoted,third\n${rows.join('\n')}\n`);
  await writeFile(join(dir, 'one-line.py'), `x = "${'abcdefghij'.repeat(100_000)}"`);
  await writeFile(join(dir, 'many-lines.js'), 'const a = 1; // line\n'.repeat(50_000));
}
