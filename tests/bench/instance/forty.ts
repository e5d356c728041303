// Two instances of forty items each, with real files of every kind: those of the demo, again and again.
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { MODALITIES, type ModalityId } from '../../../shared/model/modality.ts';
import { writePicture } from '../../builders/pictures.ts';

export const FORTY_KEYS = ['general_area/news/1', 'general_area/news/2'] as const;
export const FORTY_MODELS = ['Alpha', 'Beta'] as const;

const SAMPLES = new URL('../../../assets/samples/dataset/data/', import.meta.url).pathname;
/** Five a kind make forty over reference and two responses, with five pictures in the task. */
const KINDS: readonly ModalityId[] = ['image', 'audio', 'video', 'document', 'threeD'];
const PICTURE_PX = 480;
const EXTENSIONS: Partial<Record<ModalityId, readonly string[]>> = {
  audio: ['.mp3', '.flac', '.m4a', '.wav'],
  video: ['.webm', '.mp4'],
  document: ['.pdf'],
  threeD: ['.glb', '.ply', '.stl', '.off'],
};

/** @returns what is imported */
export function writeForty(dir: string) {
  const place = join('general_area', 'news');
  const homes = [
    join(dir, 'dataset', 'data', place),
    ...FORTY_MODELS.map((model) => join(dir, 'predictions', model, place)),
  ];
  homes.forEach((home, index) => writeMedia(home, index * 100));
  const records = FORTY_KEYS.map((_, index) => ({
    domain: 'general_area',
    subdomain: 'news',
    id: String(index + 1),
    input: side(['image'], 5, 0, index),
    output: side(KINDS, 3, 5, index),
  }));
  const answers = FORTY_KEYS.map((_, index) => ({
    domain: 'general_area',
    subdomain: 'news',
    id: String(index + 1),
    output: side(KINDS, 2, 5, index),
  }));
  write(join(dir, 'dataset', 'qapairs_placeholder', 'general_area', '22_news'), records);
  for (const model of FORTY_MODELS)
    write(join(dir, 'predictions', model, 'general_area', 'news'), answers);
  return {
    dataset: join(dir, 'dataset'),
    predictions: FORTY_MODELS.map((model) => ({ model, path: join(dir, 'predictions', model) })),
  };
}

const FILES = 10;

function fileName(modality: ModalityId, at: number): string {
  const extension = modality === 'image' ? '.png' : extname(sampleOf(modality, at));
  return `${MODALITIES[modality].filePrefix}_${String(at).padStart(4, '0')}_01${extension}`;
}

function writeMedia(home: string, seed: number): void {
  for (const modality of KINDS) {
    const folder = join(home, MODALITIES[modality].folder);
    mkdirSync(folder, { recursive: true });
    for (let at = 0; at < FILES; at++) {
      const path = join(folder, fileName(modality, at));
      if (modality === 'image') writePicture(path, seed + at, PICTURE_PX);
      else copyFileSync(sampleOf(modality, at), path);
    }
  }
}

const samples = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).sort();

function sampleOf(modality: ModalityId, at: number): string {
  const fitting = samples.filter((path) => EXTENSIONS[modality]?.includes(extname(path)));
  const found = fitting[at % Math.max(fitting.length, 1)];
  if (found === undefined) throw new Error(`Cannot make data: no sample is a ${modality}.`);
  return join(SAMPLES, found);
}

/** So many items of each kind, each behind a sentence; numbers begin behind those of the task. */
function side(kinds: readonly ModalityId[], each: number, pictures: number, instance: number) {
  const modal: Record<string, string> = {};
  const sentences = Array.from({ length: each }, (_, at) =>
    kinds.map((modality) => {
      const number = at + 1 + (modality === 'image' ? pictures : 0);
      const tag = `${modality}${number}`;
      const file = fileName(modality, (number + instance * 3) % FILES);
      modal[tag] = `${MODALITIES[modality].folder}/${file}`;
      return `What follows is said in some words, and then it is shown <${tag}>.`;
    }),
  );
  return { modal, content: sentences.flat().join(' ') };
}

function write(folder: string, records: readonly unknown[]): void {
  mkdirSync(folder, { recursive: true });
  const lines = records.map((record) => JSON.stringify(record)).join('\n');
  writeFileSync(join(folder, 'image_all.jsonl'), `${lines}\n`);
}
