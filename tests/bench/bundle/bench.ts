// A review bundle of 200 instances: the demo's six times over, with every kind of media in it.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Api } from '../../../shared/api/client.ts';
import { launchChromium, navigationMs } from '../app/browser.ts';
import { openBenchEngine, type BenchEngine } from '../engine/bench-engine.ts';
import type { Bench, Figure } from '../figures.ts';

const SAMPLES = fileURLToPath(new URL('../../../assets/samples', import.meta.url));
const COPIES = 6;
const MODELS = ['Aria-7B', 'Polyglot-Mix', 'Echo-Base'];
const INSTANCES = 200;
/** The first instance, its text and figures: what can be read. */
const READABLE = `document.querySelectorAll('main section table').length > 0 &&
  document.querySelectorAll('nav button').length === ${INSTANCES}`;

export const bench: Bench = {
  title: `Review bundle of ${INSTANCES} instances × ${MODELS.length} models`,
  async run() {
    const dir = mkdtempSync(join(tmpdir(), 'unim-loupe-bench-bundle-'));
    const engine = openBenchEngine(join(dir, 'project'));
    try {
      await importCopies(engine, dir);
      const folder = await write(engine.api, join(dir, 'bundle'));
      const zip = await write(engine.api, join(dir, 'bundle.zip'));
      const start = performance.now();
      await engine.api.call('project.open', { dir: join(dir, 'bundle.zip') });
      const opening = (performance.now() - start) / 1000;
      const named = `${folder.media} media, ${folder.megabytes.toFixed(0)} MB`;
      return [
        { name: 'Folder written', value: folder.seconds, unit: 's', bar: 20, note: named },
        { name: 'The same, CPU time of all threads', value: folder.cpuSeconds, unit: 's' },
        { name: 'Zip written', value: zip.seconds, unit: 's', bar: 20 },
        { name: 'Zip opened in Loupe, every file held to its hash', value: opening, unit: 's' },
        await openPage(join(dir, 'bundle')),
      ];
    } finally {
      await engine.close();
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

async function write(api: Api, path: string) {
  const start = performance.now();
  // 6 × 34 instances, of which 200 are taken
  const filter = { expression: 'not id in ("c5-0301", "c5-0302", "c5-0114", "c5-0120")' };
  const before = process.cpuUsage();
  const written = await api.call('export.bundle', { filter, title: 'Bench', path });
  if (written.instances !== INSTANCES) throw new Error(`${written.instances} instances are in it`);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  return { cpuSeconds, seconds, media: written.mediaFiles, megabytes: written.bytes / 1e6 };
}

async function openPage(bundle: string): Promise<Figure> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const url = pathToFileURL(join(bundle, 'index.html')).href;
    const value = await navigationMs(page, url, READABLE);
    return {
      name: 'Page opened from the disk, first instance painted',
      value,
      unit: 'ms',
      bar: 2000,
    };
  } finally {
    await browser.close();
  }
}

async function importCopies({ api, waitFor }: BenchEngine, dir: string): Promise<void> {
  for (let copy = 0; copy < COPIES; copy++) {
    // records beside their media, so that every copy has its own
    const dataset = join(dir, 'dataset', `c${copy}`);
    cpSync(join(SAMPLES, 'dataset', 'data'), dataset, { recursive: true });
    copyRenamed(join(SAMPLES, 'dataset', 'qapairs_placeholder'), dataset, `c${copy}-`);
    for (const model of MODELS) {
      const from = join(SAMPLES, 'predictions', model);
      copyRenamed(from, join(dir, model, `c${copy}`), `c${copy}-`);
    }
  }
  await api.call('project.create', { dir: join(dir, 'project'), name: 'Bench' });
  const indexed = waitFor('search.progress', ({ pending }) => pending === 0);
  const predictions = MODELS.map((model) => ({ model, path: join(dir, model) }));
  await api.call('import.start', { dataset: join(dir, 'dataset'), predictions });
  await indexed;
}

/** Copies a folder; records get ids of their own. */
function copyRenamed(from: string, to: string, prefix: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.jsonl') });
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.jsonl'))) {
    const target = join(to, unnumbered(file));
    mkdirSync(dirname(target), { recursive: true });
    const text = readFileSync(join(from, file), 'utf8');
    writeFileSync(target, text.replace(/("id":\s*")/g, `$1${prefix}`));
  }
}

/** `natural_science/3_math/x` is `natural_science/math/x`. */
const unnumbered = (file: string) => file.replace(/(^|\/)\d+_/g, '$1');
