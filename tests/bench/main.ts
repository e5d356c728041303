// `npm run bench` measures everything, `npm run bench -- engine` one part. A part is a folder here with
// a `bench.ts` that exports `bench`; its figures are printed as measured, beside the bars.
import { existsSync, readdirSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { formatFigure, isMissed, type Bench } from './figures.ts';

const here = import.meta.dirname;
const parts = readdirSync(here).filter((name) => existsSync(join(here, name, 'bench.ts')));
const asked = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const unknown = asked.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
  console.error(`Cannot measure "${unknown.join('", "')}": there is ${parts.join(', ')}.`);
  process.exit(2);
}

const cpu = cpus();
const memoryGb = (totalmem() / 2 ** 30).toFixed(0);
console.log(
  `Node ${process.version}, ${process.platform} ${release()}, ${cpu.length} × ${cpu[0]?.model ?? 'CPU'}, ` +
    `${memoryGb} GB, load ${loadavg()[0]?.toFixed(1) ?? '?'} at the start`,
);
let missed = 0;
for (const name of asked.length > 0 ? asked : parts) {
  const { bench } = (await import(`./${name}/bench.ts`)) as { bench: Bench }; // see the head of the file
  console.log(`\n${bench.title}`);
  for (const figure of await bench.run()) {
    console.log(`  ${formatFigure(figure)}`);
    if (isMissed(figure)) missed += 1;
  }
}
console.log(missed === 0 ? '\nEvery bar is met.' : `\n${missed} of the bars missed.`);
process.exitCode = missed === 0 ? 0 : 1;
