import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { NativeReport, NativeSystem } from '../../../../shared/model/native.ts';
import { parseNativeRule } from '../../../../shared/model/native-rule.ts';
import { buildNativeFolder } from '../../../../tests/builders/native/folder.ts';
import { readPredictions } from '../../../../tests/builders/native/records.ts';
import {
  buildAnyGpt,
  buildMio,
  buildMioVideo,
  buildNextGpt,
  buildOmniIo,
} from '../../../../tests/builders/native/systems.ts';
import { hasFfmpeg } from '../../media/frames/ffmpeg-backend.ts';
import { validatePaths } from '../validate.ts';
import { convertNative, lookAtNative, previewNative, type NativeJob } from './convert.ts';
import { targetsOfDataset } from './targets.ts';

const { signal } = new AbortController();
const made: string[] = [];
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

function folder(build: () => string): string {
  const dir = build();
  made.push(dir);
  return dir;
}

function outFile(): string {
  const dir = mkdtempSync(join(tmpdir(), 'native-out-'));
  made.push(dir);
  return join(dir, 'predictions.jsonl');
}

function jobOf(dir: string, rule: string, more: Partial<NativeJob> = {}): NativeJob {
  return { dir, rule: parseNativeRule(rule), targets: undefined, joinVideo: false, ...more };
}

const BY_NUMBER = 'natural_science/chemistry/{sample}';

/** Nothing is left out of the sums. */
function expectBalanced({ accounts: { markers, files } }: Pick<NativeReport, 'accounts'>): void {
  expect(markers.found).toBe(markers.resolved + markers.withoutFile + markers.leftOut);
  expect(files.found).toBe(files.resolved + files.orphans + files.leftOut);
}

describe('every marker and every file of a folder is accounted for', () => {
  test.each<[string, () => string, NativeReport['accounts']]>([
    [
      'MIO',
      buildMio,
      {
        samples: { found: 5, mapped: 5 },
        markers: { found: 6, resolved: 5, withoutFile: 1, leftOut: 0 },
        files: { found: 8, resolved: 5, orphans: 2, leftOut: 1 }, // preview.png
        cutOff: 0,
      },
    ],
    [
      'AnyGPT',
      buildAnyGpt,
      {
        samples: { found: 4, mapped: 4 },
        markers: { found: 6, resolved: 4, withoutFile: 2, leftOut: 0 },
        files: { found: 5, resolved: 4, orphans: 0, leftOut: 1 }, // another question's
        cutOff: 1,
      },
    ],
    [
      'NExT-GPT',
      buildNextGpt,
      {
        samples: { found: 4, mapped: 4 },
        markers: { found: 6, resolved: 5, withoutFile: 1, leftOut: 0 },
        files: { found: 6, resolved: 5, orphans: 1, leftOut: 0 },
        cutOff: 1,
      },
    ],
    [
      'Omni-IO Skills',
      buildOmniIo,
      {
        samples: { found: 2, mapped: 2 },
        markers: { found: 6, resolved: 5, withoutFile: 1, leftOut: 0 },
        files: { found: 7, resolved: 5, orphans: 0, leftOut: 2 }, // a step on the way, leftover.bin
        cutOff: 0,
      },
    ],
  ])('%s', async (_, build, accounts) => {
    const dir = folder(build);
    const out = outFile();

    const report = await convertNative(jobOf(dir, BY_NUMBER), out, signal);

    expect(report.accounts).toEqual(accounts);
    expectBalanced(report);
    const said = report.problems.map(({ code }) => code);
    const count = (code: string) => said.filter((each) => each === code).length;
    expect(count('without-file')).toBe(accounts.markers.withoutFile);
    expect(count('orphan')).toBe(accounts.files.orphans);
    expect(count('left-out')).toBe(accounts.files.leftOut);
    // what was written is what the linter of predictions reads, each file in its place
    const lint = await validatePaths([out], undefined, { expected: 'predictions' });
    expect(lint.records).toBe(accounts.samples.mapped);
    expect(lint.problems.filter(({ quirk }) => quirk === 10)).toEqual([]);
  });

  test('what belongs to samples without an instance is left out, and said', async () => {
    const dir = folder(buildMio);
    const table = join(dir, '..', `${outFile().split('/').at(-2) ?? ''}.csv`);
    made.push(table);
    writeFileSync(table, 'sample;field;subdomain;id\n001;natural_science;chemistry;0301\n');

    const report = await convertNative(jobOf(dir, `csv:${table}`), outFile(), signal);

    expect(report.accounts.samples).toEqual({ found: 5, mapped: 1 });
    expect(report.accounts.markers).toEqual({ found: 6, resolved: 3, withoutFile: 0, leftOut: 3 });
    expect(report.accounts.files).toEqual({ found: 8, resolved: 3, orphans: 0, leftOut: 5 });
    expect(report.problemCounts.unmapped).toBe(4);
  });
});

describe('MIO', () => {
  test('placeholders become tags, stray tokens go, truncated texts stay and are said', async () => {
    const out = outFile();

    const report = await convertNative(jobOf(folder(buildMio), BY_NUMBER), out, signal);

    const records = readPredictions(out);
    expect(records.get('1')?.output.content).toBe(
      'A cat.<image1> It says <audio1> and sleeps. <image2>',
    );
    expect(Object.keys(records.get('1')?.output.modal ?? {})).toEqual([
      'image1',
      'audio1',
      'image2',
    ]);
    expect(records.get('2')?.output.content).toBe('First <image1>, then <image2>, and so on...');
    expect(Object.keys(records.get('2')?.output.modal ?? {})).toEqual(['image1', 'audio1']);
    expect(report.problemCounts).toMatchObject({ 'stray-token': 1, 'cut-off': 1, 'no-text': 1 });
  });

  test('a run of pictures is a video only when that is asked for', async () => {
    const dir = folder(buildMioVideo);
    const [apart, joined] = [outFile(), outFile()];

    await convertNative(jobOf(dir, BY_NUMBER), apart, signal);
    const report = await convertNative(jobOf(dir, BY_NUMBER, { joinVideo: true }), joined, signal);

    const pictures = ['image1', 'image2', 'image3', 'image4', 'image5'];
    expect(Object.keys(readPredictions(apart).get('5')?.output.modal ?? {})).toEqual(pictures);
    const { content = '', modal = {} } = readPredictions(joined).get('5')?.output ?? {};
    if (!(await hasFfmpeg())) {
      expect(report.problemCounts['not-joined']).toBe(1);
      expect(Object.keys(modal)).toEqual(pictures);
      return;
    }
    expect(content).toBe('A film: <video1> The end, as a picture: <image5>.');
    const film = readFileSync(join(joined, '..', modal['video1'] ?? ''));
    expect(film.toString('latin1', 4, 8)).toBe('ftyp');
    expectBalanced(report);
  });
});

describe('AnyGPT', () => {
  test('only the last span of a modality has a file, and speech is its reply', async () => {
    const out = outFile();

    await convertNative(jobOf(folder(buildAnyGpt), BY_NUMBER), out, signal);

    const records = readPredictions(out);
    expect(records.get('1')?.output.content).toBe(
      'Here is one: <image1> and a better one: <image2> Enjoy.',
    );
    expect(Object.keys(records.get('1')?.output.modal ?? {})).toEqual(['image2']);
    expect(records.get('2')?.output.content).toBe(
      'La la la. <audio1> I hope you like it. <audio2>',
    );
    expect(records.get('3')?.output.content).toBe('A dog. <image1>');
    expect(records.get('4')?.output.content).toBe('Once <image1> upon a time');
  });

  test('instructions that begin alike share their files by time, and that is said', async () => {
    const { dir, write, picture } = buildNativeFolder('alike');
    made.push(dir);
    const turn = '[Human]: A red house<eoh> [MMGPT]: Here: <soim>x<eoim><eos>';
    write('response.txt', [turn, turn, turn].join('\n\n'));
    picture('A red house0102_000003.jpg');
    picture('A red house0102_000001.jpg');
    const out = outFile();

    const report = await convertNative(jobOf(dir, BY_NUMBER), out, signal);

    const modal = (id: string) => Object.keys(readPredictions(out).get(id)?.output.modal ?? {});
    expect([modal('1'), modal('2'), modal('3')]).toEqual([['image1'], ['image1'], []]);
    expect(report.problemCounts).toMatchObject({ ambiguous: 3, 'without-file': 1 });
    const first = join(out, '..', readPredictions(out).get('1')?.output.modal['image1'] ?? '');
    expect(readFileSync(first)).toEqual(readFileSync(join(dir, 'A red house0102_000001.jpg')));
  });
});

describe('NExT-GPT', () => {
  test('one full run is one item, and the demo names its file before the text', async () => {
    const out = outFile();

    await convertNative(jobOf(folder(buildNextGpt), BY_NUMBER), out, signal);

    const records = readPredictions(out);
    expect(records.get('1')?.output.content).toBe('See: <image1> and <video1> hear <audio1>');
    expect(records.get('2')?.output.content).toBe('So blue. <image1>');
    expect(Object.keys(records.get('2')?.output.modal ?? {})).toEqual(['image1', 'audio1']);
    expect(records.get('3')?.output).toEqual({ content: '<audio1> falls', modal: {} });
  });
});

describe('NExT-GPT, whose files have only the prompt for a name', () => {
  test('a text that holds the words of a name has the file; else order decides, and that is said', async () => {
    const { dir, write, picture } = buildNativeFolder('unnamed');
    made.push(dir);
    const signals = '[IMG0][IMG1][IMG2][IMG3]';
    write('1.txt', `Look, a green frog! ${signals}`);
    write('2.txt', `Here you are. ${signals}`);
    write('3.txt', `And here. ${signals}`);
    const second = picture('images/alpha.jpg');
    const frog = picture('images/green frog.jpg');
    picture('images/omega.jpg');
    const out = outFile();

    const report = await convertNative(jobOf(dir, BY_NUMBER), out, signal);

    const fileOf = (id: string) =>
      readFileSync(join(out, '..', readPredictions(out).get(id)?.output.modal['image1'] ?? ''));
    expect(fileOf('1')).toEqual(readFileSync(frog));
    expect(fileOf('2')).toEqual(readFileSync(second));
    expect(report.problemCounts.ambiguous).toBe(2);
    expectBalanced(report);
  });

  test('a prompt that was asked twice shares its files', async () => {
    const { dir, write, picture } = buildNativeFolder('twice');
    made.push(dir);
    const turn = '### Human: a moon ### Assistant: [IMG0] [IMG1] [IMG2] [IMG3] ###';
    write('talk.txt', `${turn}\n${turn}`);
    picture('images/a moon.jpg');
    picture('images/a moon_1.jpg');

    const report = await convertNative(jobOf(dir, BY_NUMBER), outFile(), signal);

    expect(report.accounts.markers).toEqual({ found: 2, resolved: 2, withoutFile: 0, leftOut: 0 });
    expect(report.accounts.files).toEqual({ found: 2, resolved: 2, orphans: 0, leftOut: 0 });
  });
});

describe('Omni-IO Skills', () => {
  test('a prediction a round: assets of the answer, a mesh with its material, code inline', async () => {
    const out = outFile();

    await convertNative(jobOf(folder(buildOmniIo), BY_NUMBER), out, signal);

    const [first, second] = [...readPredictions(out).values()];
    expect(first?.output.content).toBe(
      'Here is a cat.\n<image1>\nAnd in three dimensions:\n<threeD1>',
    );
    const mesh = join(out, '..', first?.output.modal['threeD1'] ?? '');
    expect(existsSync(mesh.replace('.obj', '.mtl'))).toBe(true);
    expect(second?.output.content).toBe(
      'The code that made it:\n<code1>\n<document1>\n<video1>\n<image1>',
    );
    expect(second?.output.modal['code1']).toBe('def purr():\n    return "purr < meow > purr"\n');
  });

  test('without headings a round ends behind the last of its assets', async () => {
    const { dir, write, picture } = buildNativeFolder('rounds');
    made.push(dir);
    const asset = (name: string, turn: string) => ({
      ...{ type: 'image', url: `/r/${name}`, turn_id: turn, completed_at: 'now' },
    });
    write('registry.json', JSON.stringify({ a: asset('a.png', 't1'), b: asset('b.png', 't2') }));
    write(
      'answer.txt',
      'One.\n✅ Image generated: /r/a.png\nTwo.\n✅ Image generated: /r/b.png\nDone.',
    );
    picture('a.png');
    picture('b.png');
    const out = outFile();

    await convertNative(jobOf(dir, BY_NUMBER), out, signal);

    const records = readPredictions(out);
    expect(records.get('t1')?.output.content).toBe('One.\n<image1>');
    expect(records.get('t2')?.output.content).toBe('Two.\n<image1>\nDone.');
  });

  test('a half-written registry is read as far as it goes', async () => {
    const dir = folder(buildOmniIo);
    const path = join(dir, 'registry.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, text.indexOf('"doc_1"') + 60));

    const report = await convertNative(jobOf(dir, BY_NUMBER), outFile(), signal);

    expect(report.problemCounts['half-written']).toBe(2); // the file, and the entry "doc_1"
    expect(report.records).toBe(2);
    expectBalanced(report);
    // the answer still names the document, and its file is there
    expect(report.accounts.markers).toMatchObject({ found: 6, resolved: 5, withoutFile: 1 });
  });
});

describe('mapping', () => {
  test('numbers go on behind those of the input', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'native-dataset-'));
    made.push(dir);
    mkdirSync(join(dir, 'd'));
    const record = {
      ...{ domain: 'natural_science', subdomain: 'chemistry', id: '0001' },
      input: { modal: { image1: 'a.png', image3: 'b.png' }, content: '<image1> <image3>' },
      output: { modal: {}, content: 'x' },
    };
    writeFileSync(join(dir, 'd', 'records.jsonl'), JSON.stringify(record));
    const targets = await targetsOfDataset(dir, signal);
    const out = outFile();

    const report = await convertNative(
      jobOf(folder(buildMio), BY_NUMBER, { targets }),
      out,
      signal,
    );

    expect(readPredictions(out).get('0001')?.output.content).toBe(
      'A cat.<image4> It says <audio1> and sleeps. <image5>',
    );
    expect(report.problemCounts.unmatched).toBe(4);
  });

  test.each([
    ['{field}/{subdomain}/content_{id}', undefined],
    ['{field}/{subdomain}/{id}', 'natural_science/chemistry/7'],
    ['{subdomain}/x/* => natural_science/{subdomain}/{sample}', undefined],
    ['*/{sub}/{n} => natural_science/{sub}/0{n}', 'natural_science/chemistry/7'],
  ])('by folders and names: %s', async (rule, key) => {
    const { dir, write } = buildNativeFolder('folders');
    made.push(dir);
    write('natural_science/1_chemistry/content_7.txt', 'An answer.');

    const preview = await previewNative(jobOf(dir, rule), signal);

    expect(preview.rows[0]?.key).toBe(key);
    if (key === undefined) expect(preview.rows[0]?.reason).toContain('does not fit');
  });

  test('two samples never answer one instance', async () => {
    const report = await previewNative(
      jobOf(folder(buildMio), '* => natural_science/chemistry/5'),
      signal,
    );

    expect(report.accounts.samples).toEqual({ found: 5, mapped: 1 });
    expect(report.problemCounts.duplicate).toBe(4);
  });

  test('a look writes nothing and shows ten samples at most', async () => {
    const { dir, write } = buildNativeFolder('many');
    made.push(dir);
    for (let n = 0; n < 14; n++) write(`content_${n}.txt`, `Answer ${n}.`);

    const preview = await previewNative(jobOf(dir, BY_NUMBER), signal);

    expect(preview.rows.map(({ sample }) => sample)).toEqual(
      Array.from({ length: 10 }, (_, n) => String(n)),
    );
    expect(preview.accounts.samples.found).toBe(14);
  });
});

describe('bad input', () => {
  const builders: Readonly<Record<NativeSystem, () => string>> = {
    mio: buildMio,
    anygpt: buildAnyGpt,
    nextgpt: buildNextGpt,
    'omni-io': buildOmniIo,
  };

  test.each(Object.keys(builders) as NativeSystem[])(
    'a folder of %s is known, and is no other system’s',
    async (system) => {
      const dir = folder(builders[system]);

      expect(await lookAtNative(dir, [], signal)).toMatchObject({ system });
      for (const other of Object.keys(builders) as NativeSystem[]) {
        if (other === system) continue;
        await expect(
          previewNative(jobOf(dir, BY_NUMBER, { system: other }), signal),
        ).rejects.toMatchObject({ code: 'bad-input', details: { system } });
      }
    },
  );

  test('a folder of nobody, an empty one, and none at all are said', async () => {
    const { dir, write } = buildNativeFolder('nobody');
    made.push(dir);

    expect((await lookAtNative(dir, [], signal)).evidence).toBe('the folder is empty');
    write('notes.txt', 'Buy milk.');
    const look = await lookAtNative(dir, [], signal);
    expect(look).toMatchObject({ samples: 0, files: 1 });
    expect(look.system).toBeUndefined();
    await expect(previewNative(jobOf(dir, BY_NUMBER), signal)).rejects.toThrow(
      /none that is known/,
    );
    await expect(lookAtNative(join(dir, 'gone'), [], signal)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('nothing is written where somebody else’s file is, and an own one is replaced', async () => {
    const dir = folder(buildMio);
    const out = outFile();
    writeFileSync(out, '{"id": "1", "output": {"modal": {}, "content": "mine"}}\n');

    await expect(convertNative(jobOf(dir, BY_NUMBER), out, signal)).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(readFileSync(out, 'utf8')).toContain('mine');

    rmSync(out);
    await convertNative(jobOf(dir, BY_NUMBER), out, signal);
    await convertNative(jobOf(dir, 'general_area/art/{sample}'), out, signal);
    expect(readPredictions(out).get('1')?.domain).toBe('general_area');
  });

  test('a rule that fits no sample writes nothing', async () => {
    const out = outFile();

    await expect(
      convertNative(jobOf(folder(buildMio), '{field}/{subdomain}/{id}'), out, signal),
    ).rejects.toThrow(/does not fit/);
    expect(existsSync(out)).toBe(false);
  });

  test('an order without a dataset, and a table without its columns, are said', async () => {
    const dir = folder(buildMio);
    await expect(previewNative(jobOf(dir, 'order'), signal)).rejects.toThrow(/order/);
    const table = join(dir, 'map.csv');
    writeFileSync(table, 'a,b\n1,2\n');
    await expect(previewNative(jobOf(dir, table), signal)).rejects.toThrow(
      /columns sample and key/,
    );
  });
});
