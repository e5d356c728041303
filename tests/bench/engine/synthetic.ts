// Makes data of UniM's size and layout: 31,026 instances over its 30 subdomains, four models. Seeded,
// written once under the system's temp folder; nothing of the real data is in it.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MODALITIES, type ModalityId } from '../../../shared/model/modality.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import { pick } from './pick.ts';
import { SUBDOMAINS, type SubdomainSize } from './subdomains.ts';
import { createWriter, makeVocabulary, type Writer } from './words.ts';

/** Raise it whenever the data would come out differently. */
const GENERATOR_VERSION = 5;
const FILES_A_FOLDER = 40;
const RESPONSE_LENGTH = 1_500;

export const MODELS = ['Alpha', 'Beta', 'Gamma', 'Delta'] as const;

export interface SyntheticData {
  readonly dataset: string;
  readonly predictions: readonly { readonly model: string; readonly path: string }[];
}

interface Entry {
  readonly tag: string;
  readonly number: number;
  readonly path: string;
}

/** @returns the folders; made on the first call, found again on later ones */
export function makeSyntheticData(): SyntheticData {
  const dir = join(tmpdir(), `unim-loupe-bench-${GENERATOR_VERSION}`);
  if (!existsSync(dir)) {
    rmSync(`${dir}.new`, { recursive: true, force: true });
    writeAll(`${dir}.new`);
    renameSync(`${dir}.new`, dir);
  }
  const predictions = MODELS.map((model) => ({ model, path: join(dir, 'predictions', model) }));
  return { dataset: join(dir, 'dataset'), predictions };
}

function writeAll(dir: string): void {
  const vocabulary = makeVocabulary();
  SUBDOMAINS.forEach((subdomain, index) => {
    const random = createRandom(1000 + index);
    const writer = createWriter(random, vocabulary);
    writeMedia(join(dir, 'dataset', 'data', subdomain.field, subdomain.name));
    for (const model of MODELS) {
      writeMedia(join(dir, 'predictions', model, subdomain.field, subdomain.name));
    }
    writeSubdomain(dir, subdomain, index + 1, random, writer);
  });
}

const MADE: readonly ModalityId[] = ['image', 'audio', 'video', 'document', 'threeD'];
const EXTENSIONS = { image: 'png', audio: 'mp3', video: 'mp4', document: 'pdf', threeD: 'obj' };

function writeMedia(dir: string): void {
  for (const modality of MADE) {
    const folder = join(dir, MODALITIES[modality].folder);
    mkdirSync(folder, { recursive: true });
    for (let at = 0; at < FILES_A_FOLDER; at++)
      writeFileSync(join(folder, fileName(modality, at)), 'x');
  }
}

function fileName(modality: ModalityId, number: number): string {
  const extension = EXTENSIONS[modality as keyof typeof EXTENSIONS];
  return `${MODALITIES[modality].filePrefix}_${String(number).padStart(4, '0')}_01.${extension}`;
}

function writeSubdomain(
  dir: string,
  subdomain: SubdomainSize,
  folderNumber: number,
  random: () => number,
  writer: Writer,
): void {
  const records: unknown[] = [];
  const answers = MODELS.map((): unknown[] => []);
  subdomain.difficulties.forEach((count, level) => {
    for (let at = 0; at < count; at++) {
      const id = String(records.length + 1);
      const head = { domain: subdomain.field, subdomain: subdomain.name, id };
      const input = entries(random, new Map(), 0.3);
      // later entries of a modality have the higher number, and the last one counts
      const used = new Map(input.map(({ tag, number }) => [tag.slice(0, -1), number] as const));
      const output = entries(random, used, 0.3);
      const isChinese = random() < 0.02;
      const text = isChinese ? writer.chinese : writer.text;
      records.push({
        ...head,
        input: side(input, text(220)),
        output: side(output, text(500)),
        ...(random() < 0.6 ? { difficulty_level: level + 1 } : {}),
      });
      answers.forEach((list) => {
        const own = random() < 0.6 ? output : entries(random, used, 0.3);
        list.push({ ...head, output: side(own, text(RESPONSE_LENGTH - own.length * 60)) });
      });
    }
  });
  const folder = `${folderNumber}_${subdomain.name}`;
  writeRecords(join(dir, 'dataset', 'qapairs_placeholder', subdomain.field, folder), records);
  MODELS.forEach((model, index) => {
    const list = answers[index] ?? [];
    writeRecords(join(dir, 'predictions', model, subdomain.field, subdomain.name), list);
  });
}

/**
 * One to four items, with numbers that go on from the input's. UniM has 1.8 modalities an instance; this
 * gives 2.8 items.
 */
function entries(random: () => number, used: ReadonlyMap<string, number>, more: number): Entry[] {
  const made: Entry[] = [];
  const numbers = new Map(used);
  do {
    const modality = pick(random, MADE);
    const number = (numbers.get(modality) ?? 0) + 1;
    numbers.set(modality, number);
    const file = fileName(modality, Math.floor(random() * FILES_A_FOLDER * 1.05)); // 5 % are missing
    made.push({
      tag: `${modality}${number}`,
      number,
      path: `${MODALITIES[modality].folder}/${file}`,
    });
  } while (made.length < 4 && random() < more);
  return made;
}

function side(items: readonly Entry[], text: string) {
  let content = text;
  items.forEach(({ tag }, index) => {
    const at = Math.floor((content.length * (index + 1)) / (items.length + 1));
    content = `${content.slice(0, at)} <${tag}> ${content.slice(at)}`;
  });
  return { modal: Object.fromEntries(items.map(({ tag, path }) => [tag, path])), content };
}

function writeRecords(folder: string, records: readonly unknown[]): void {
  mkdirSync(folder, { recursive: true });
  const text = records.map((record) => JSON.stringify(record, undefined, 2)).join('\n');
  writeFileSync(join(folder, 'image_image.jsonl'), `${text}\n`);
}
