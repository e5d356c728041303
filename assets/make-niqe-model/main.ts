// Fits the pristine model of NIQE: means and covariance of 36 features over the sharp patches of free
// photographs from Debian packages. Offline; the same files give the same numbers.
//   node assets/make-niqe-model/main.ts FOLDER            writes model and provenance
//   node assets/make-niqe-model/main.ts FOLDER --check    fails when they would change
// FOLDER/<package> is what `dpkg-deb -x` makes of each package named in photographs.json.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { fitModel } from './fit.ts';
import { modelSource } from './model-source.ts';
import { type Photograph, type PhotographPackage, readPhotograph } from './photograph.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const inspect = join(here, '../../electron/engine/modalities/image/inspect');
const STYLE = { printWidth: 100, singleQuote: true, trailingComma: 'all' } as const;

async function main(): Promise<void> {
  const [folder, flag] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Name the folder of the unpacked packages.');
  const list = await readFile(join(here, 'photographs.json'), 'utf8');
  const packages = JSON.parse(list) as readonly PhotographPackage[]; // ours
  const photographs: Photograph[] = [];
  for (const one of packages) {
    for (const { file } of one.photographs) {
      photographs.push(await readPhotograph(one.package, file, join(folder, one.package, file)));
    }
  }
  const { model, used } = fitModel(photographs);
  const provenance = packages.map(({ photographs: listed, ...source }) => ({
    ...source,
    photographs: listed.map((entry) => {
      const { photograph, patches } = used.find(
        (one) => one.photograph.package === source.package && one.photograph.file === entry.file,
      )!;
      const { sha256, width, height, factor } = photograph;
      return { ...entry, sha256, reducedBy: factor, width, height, patches };
    }),
  }));
  const text = await format(JSON.stringify(provenance), { ...STYLE, parser: 'json' });
  const provenanceSha256 = createHash('sha256').update(text).digest('hex');
  const patches = used.reduce((sum, one) => sum + one.patches, 0);
  const source = modelSource(model, { photographs: used.length, patches, provenanceSha256 });
  const code = await format(source, { ...STYLE, parser: 'typescript' });
  await put(join(here, 'provenance.json'), text, flag === '--check');
  await put(join(inspect, 'pristine-model.ts'), code, flag === '--check');
  process.stdout.write(`${patches} patches of ${used.length} photographs.\n`);
}

async function put(path: string, text: string, isCheck: boolean): Promise<void> {
  if (!isCheck) return writeFile(path, text);
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept !== text) throw new Error(`The fit gives other numbers than are kept. "${path}"`);
}

await main();
