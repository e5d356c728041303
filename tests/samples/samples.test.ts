import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, test } from 'vitest';
import { parseContent } from '../../shared/interleave/parse.ts';
import { COUNTED_MODALITIES, MODALITY_IDS } from '../../shared/model/modality.ts';

const root = fileURLToPath(new URL('../../assets/samples', import.meta.url));

interface DemoRecord {
  readonly domain: string;
  readonly subdomain: string;
  readonly id: string;
  readonly input?: { readonly modal: Record<string, string>; readonly content: string };
  readonly output: { readonly modal: Record<string, string>; readonly content: string };
  readonly difficulty_level?: number;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** An array, an object a line, or pretty-printed objects one after another. */
function readRecords(path: string): DemoRecord[] {
  const text = readFileSync(path, 'utf8').trim();
  if (text.startsWith('[')) return JSON.parse(text) as DemoRecord[];
  return text
    .split(/(?<=^\})\s*\n(?=\{)|(?<=\})\n(?=\{)/m)
    .map((part) => JSON.parse(part) as DemoRecord);
}

const records = (folder: string) =>
  filesUnder(join(root, folder))
    .filter((path) => path.endsWith('.jsonl'))
    .flatMap((path) => readRecords(path).map((record) => ({ path, record })));

const keyOf = (record: DemoRecord) => `${record.subdomain}/${Number(record.id)}`;
const modalityOf = (tag: string) => tag.replace(/\d+$/, '');
const isPath = (tag: string, value: string) =>
  !['code', 'text'].includes(modalityOf(tag)) && /^[^\n]{1,259}\.[a-z0-9]{2,4}$/i.test(value);

const dataset = records('dataset/qapairs_placeholder');
const mediaOnDisk = filesUnder(root).filter((path) => /\/(audio|video)\/[^/]+$/.test(path));

/** What is wrong on purpose, as README.md of the samples lists it. */
const MISSING = [
  'predictions/Echo-Base/general_area/entertainment/image/img_0142_01.png',
  'predictions/Echo-Base/social_science/history/../../../../../../outside/img_0160_02.png',
  'predictions/Polyglot-Mix/general_area/tourism/audio/aud_0130_01.ogg',
  'predictions/Polyglot-Mix/social_science/history/https://media.polyglot-mix.example/out/aud_0160_01.mp3',
];
const UNPLAYABLE = [
  'predictions/Echo-Base/social_science/linguistics/audio/aud_0009_02.mp3',
  'predictions/Polyglot-Mix/natural_science/computer_science/video/vid_0088_01.mp4',
];

describe('the demo project', () => {
  test('is as its manifest says, file for file, and at most 12 MB', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as {
      files: { path: string; sizeBytes: number; sha256: string }[];
    };
    const listed = manifest.files.map((file) => file.path);
    const found = filesUnder(root).map((path) => relative(root, path));

    assert.deepEqual([...listed, 'manifest.json'].sort(), found.sort());
    for (const file of manifest.files) {
      const bytes = readFileSync(join(root, file.path));
      assert.equal(createHash('sha256').update(bytes).digest('hex'), file.sha256, file.path);
    }
    const total = found.reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
    assert.ok(total <= 12e6, `${total} bytes`);
  });

  test('covers fields, subdomains, difficulties and all modalities on both sides', () => {
    const seen = {
      field: new Set<string>(),
      subdomain: new Set<string>(),
      level: new Set<unknown>(),
    };
    const input = new Set<string>();
    const output = new Set<string>();
    for (const { record } of dataset) {
      seen.field.add(record.domain);
      seen.subdomain.add(record.subdomain);
      seen.level.add(record.difficulty_level);
      for (const tag of Object.keys(record.input?.modal ?? {})) input.add(modalityOf(tag));
      for (const tag of Object.keys(record.output.modal)) output.add(modalityOf(tag));
    }

    assert.ok(dataset.length >= 28);
    assert.deepEqual([...seen.field].sort(), [
      'general_domain',
      'natural_science',
      'social_science',
    ]);
    assert.ok(seen.subdomain.size >= 10);
    assert.deepEqual(seen.level, new Set([1, 2, 3, undefined]));
    assert.deepEqual([...input].sort(), [...MODALITY_IDS].sort());
    assert.deepEqual([...output].sort(), [...MODALITY_IDS].sort());
  });

  test('has every file that its records name, except those that are missing on purpose', () => {
    const missing: string[] = [];
    const sides = [
      ...dataset.flatMap(({ path, record }) => {
        const folder = dirname(path)
          .replace('qapairs_placeholder', 'data')
          .replace(/\/\d+_([a-z_]+)$/, '/$1');
        return [
          { folder, modal: record.input?.modal ?? {} },
          { folder, modal: record.output.modal },
        ];
      }),
      ...records('predictions').map(({ path, record }) => ({
        folder: dirname(path),
        modal: record.output.modal,
      })),
    ];
    for (const { folder, modal } of sides)
      for (const [tag, value] of Object.entries(modal))
        if (isPath(tag, value) && !existsSync(join(folder, value)))
          missing.push(`${relative(root, folder)}/${value}`);

    assert.deepEqual(missing.sort(), MISSING);
  });

  test('answers, results, ratings and capabilities belong to instances of the dataset', () => {
    const known = new Set(dataset.map(({ record }) => keyOf(record)));
    const rows = (name: string) => readFileSync(join(root, name), 'utf8').trim().split('\n');

    for (const { record } of [...records('predictions'), ...records('results')])
      assert.ok(known.has(keyOf(record)), keyOf(record));
    for (const row of rows('ratings.jsonl'))
      assert.ok(known.has(keyOf(JSON.parse(row) as DemoRecord)), row);
    const capabilities = rows('capabilities.csv').slice(1);
    assert.equal(capabilities.length, dataset.length);
    for (const row of capabilities) {
      const [, subdomain = '', id = ''] = row.split(',');
      assert.ok(known.has(`${subdomain}/${Number(id)}`), row);
    }
  });

  test('the weak model has an answer only where the input is text, images and audio', () => {
    const answered = new Set(records('predictions/Echo-Base').map(({ record }) => keyOf(record)));
    for (const { record } of dataset) {
      const modalities = Object.keys(record.input?.modal ?? {}).map(modalityOf);
      const supported = modalities.every((one) => ['text', 'image', 'audio'].includes(one));
      assert.equal(answered.has(keyOf(record)), supported, keyOf(record));
    }
  });

  test('the caption variant has a caption for every counted item that its text names', () => {
    const counted = new Set<string>(COUNTED_MODALITIES);
    for (const { record } of records('dataset/qapairs_caption'))
      for (const segment of parseContent(record.output.content))
        if (segment.kind === 'tag' && counted.has(segment.modality))
          assert.ok(segment.caption, `${keyOf(record)} ${segment.tag}`);
  });

  test.skipIf(!hasTool('ffprobe'))(
    'all sound and video can be opened, except what is broken on purpose',
    async () => {
      const run = promisify(execFile);
      const broken: string[] = [];
      for (const path of mediaOnDisk)
        await run('ffprobe', ['-v', 'error', path]).catch(() => broken.push(relative(root, path)));

      assert.deepEqual(broken.sort(), UNPLAYABLE);
    },
  );
});

function hasTool(name: string): boolean {
  try {
    execFileSync(name, ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // not installed: the test says that it was skipped
  }
}
