// A small dataset and two models' predictions, written to a folder: enough for every method to have
// something to answer about.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface DatasetPaths {
  readonly dataset: string;
  readonly predictions: { readonly model: string; readonly path: string }[];
  /** A real path outside of everything that is opened. */
  readonly outside: string;
}

export const KEYS = {
  physics: 'natural_science/physics/1',
  law: 'social_science/law/7',
  travel: 'general_area/travel/12',
} as const;
export const CHINESE_NAME = '图 & 50% #1.png';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP4z8Dwn4GBgYEBSDMwAAAl7QP9L0DZYQAAAABJRU5ErkJggg==',
  'base64',
);

/** A tenth of a second of a 440 Hz tone, 8 kHz, 16 bit, mono. */
function tone(): Buffer {
  const samples = 800;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0, 'ascii');
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8, 'ascii');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(16_000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'ascii');
  wav.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i++) {
    wav.writeInt16LE(Math.round(Math.sin((i * 440 * 2 * Math.PI) / 8000) * 16_384), 44 + i * 2);
  }
  return wav;
}

const RECORDS = [
  {
    domain: 'natural_science',
    subdomain: 'physics',
    id: '0001',
    input: { modal: { image1: 'image/img_0001_01.png' }, content: 'What swings in <image1>?' },
    output: {
      modal: { image2: 'image/img_0001_02.png' },
      content: 'A pendulum swings: <image2> shows its path.',
    },
    difficulty_level: 1,
  },
  {
    domain: 'social_science',
    subdomain: 'law',
    id: '7',
    input: { modal: {}, content: 'Read the oath aloud.' },
    output: { modal: { audio1: 'audio/aud_0007_01.wav' }, content: 'Here it is: <audio1>' },
    difficulty_level: 3,
  },
  {
    domain: 'general_domain',
    subdomain: 'travel',
    id: '12',
    input: { modal: { image1: `image/${CHINESE_NAME}` }, content: 'Where was <image1> taken?' },
    output: { modal: {}, content: 'In Hangzhou, at the West Lake.' },
  },
];
type Record_ = (typeof RECORDS)[number];
const FOLDERS: Readonly<Record<string, string>> = { general_domain: 'general_area' };

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function answer(record: Record_, output: Record_['output']) {
  const { domain, subdomain, id } = record;
  return { domain, subdomain, id, output };
}

/** Writes everything below `dir`, which must be empty. */
export function writeDataset(dir: string): DatasetPaths {
  const dataset = join(dir, 'dataset');
  for (const record of RECORDS) {
    const field = FOLDERS[record.domain] ?? record.domain;
    const name = `1_${record.subdomain}/records.jsonl`;
    const file = join(dataset, 'qapairs_placeholder', field, name);
    write(file, JSON.stringify(record, undefined, 2));
    for (const value of Object.values({ ...record.input.modal, ...record.output.modal })) {
      const media = join(dataset, 'data', field, record.subdomain, value);
      write(media, value.endsWith('.wav') ? tone() : PNG);
    }
  }
  const outside = join(dir, 'outside.txt');
  write(outside, 'secret');
  return { dataset, predictions: writePredictions(join(dir, 'predictions')), outside };
}

function writePredictions(dir: string): { model: string; path: string }[] {
  const [physics, law, travel] = RECORDS as [Record_, Record_, Record_];
  const alpha = [
    answer(physics, physics.output),
    answer(law, { modal: {}, content: 'I cannot speak.' }),
    answer(travel, travel.output),
  ];
  const beta = [
    answer(physics, { modal: {}, content: 'A clock, see <image1>, but <image2> is lost.' }),
    { ...answer(physics, physics.output), id: '404' },
  ];
  write(join(dir, 'alpha', 'image', 'img_0001_02.png'), PNG);
  write(join(dir, 'alpha', 'answers.jsonl'), alpha.map((each) => JSON.stringify(each)).join('\n'));
  write(join(dir, 'beta', 'answers.jsonl'), beta.map((each) => JSON.stringify(each)).join('\n'));
  return [
    { model: 'Alpha', path: join(dir, 'alpha') },
    { model: 'Beta', path: join(dir, 'beta', 'answers.jsonl') },
  ];
}
