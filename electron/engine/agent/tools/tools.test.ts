// Each file that is made is read back by the readers that score it.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { codeInspector } from '../../modalities/code/index.ts';
import type { InspectionOutcome } from '../../modalities/define-inspection.ts';
import type { QualityOutcome } from '../../modalities/define.ts';
import { documentInspector } from '../../modalities/document/index.ts';
import { scoreFile } from '../../modalities/score-file.ts';
import type { MadeFile, ToolFailure, ToolRequest } from './define.ts';
import { LOCAL_TOOLS } from './index.ts';

const never = new AbortController().signal;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

type Order = Partial<ToolRequest>;
type Made = (MadeFile | ToolFailure) & { readonly path: string };

async function make(id: string, order: Order): Promise<Made> {
  const tool = LOCAL_TOOLS.find((one) => one.id === id);
  if (tool === undefined) throw new Error(`no tool ${id}`);
  const dir = mkdtempSync(join(tmpdir(), 'loupe-made-'));
  folders.push(dir);
  const made = await tool.make(
    { tag: `${tool.modality}1`, prompt: 'as ordered', ...order },
    dir,
    never,
  );
  const files = await readdir(dir);
  expect(files).toEqual(made.status === 'made' ? [made.fileName] : []);
  return { ...made, path: join(dir, files[0] ?? '') };
}

function figuresOf(outcome: InspectionOutcome): Record<string, number | undefined> {
  if (outcome.status !== 'inspected') throw new Error(outcome.reason);
  const all = Object.entries(outcome.inspection.figures);
  return Object.fromEntries(all.map(([name, { value }]) => [name, value]));
}

function partsOf(outcome: QualityOutcome): Record<string, number | undefined> {
  if (outcome.status !== 'scored') throw new Error(outcome.reason);
  const all = Object.entries(outcome.evidence.components);
  return Object.fromEntries(all.map(([name, { value }]) => [name, value]));
}

const TEXT = `# Bread

It rises because of *yeast*. Größe, Ωmega, Привет.

1. Mix
2. Wait

| step | minutes |
| --- | --- |
| mix | 10 |
| wait | 90 |

\`\`\`python
print(1)
\`\`\`
`;

describe('documents', () => {
  test.each(['document.pdf', 'document.docx', 'document.md'])(
    '%s holds the text and its table, as our reader sees it',
    async (id) => {
      const made = await make(id, { content: TEXT });
      const outcome = await documentInspector.inspectFile(made.path);
      const figures = figuresOf(outcome);

      expect(figures['tables found']).toBe(1);
      expect(figures['empty pages'] ?? 0).toBe(0);
      expect(figures['words']).toBeGreaterThan(15);
      expect(outcome.status === 'inspected' && outcome.inspection.findings).toEqual([]);
    },
  );

  test('a long PDF has its pages', async () => {
    const content = Array.from({ length: 60 }, (_, i) => `## Part ${i}\n\n${'words '.repeat(120)}`);
    const made = await make('document.pdf', { content: content.join('\n\n') });
    const figures = figuresOf(await documentInspector.inspectFile(made.path));
    expect(figures['pages']).toBeGreaterThan(8);
    expect(figures['words']).toBeGreaterThan(7_000);
  });

  test('a PDF of letters that it has no shapes for is refused with a way out; a rare one is a box', async () => {
    expect(await make('document.pdf', { content: '你好，世界。这是一份报告。' })).toMatchObject({
      status: 'failed',
      code: 'bad-order',
      message: expect.stringContaining('document.docx') as string,
    });
    expect(await make('document.pdf', { content: `${TEXT} ✅` })).toMatchObject({ status: 'made' });
  });

  test('tables become CSV and workbooks, from figures, records or CSV', async () => {
    const data = {
      columns: ['city', 'people'],
      rows: [
        ['Rome', 2_800_000],
        ['=1+1', null],
      ],
    };
    const csv = await make('document.csv', { data });
    expect(await readFile(csv.path, 'utf8')).toBe(`city,people\nRome,2800000\n"'=1+1",\n`);

    const book = await make('document.xlsx', {
      data: {
        sheets: [
          { name: 'A/B', ...data },
          { name: 'A/B', ...data },
        ],
      },
    });
    expect(figuresOf(await documentInspector.inspectFile(book.path))).toMatchObject({ sheets: 2 });

    const records = await make('document.csv', { data: [{ a: 1 }, { a: 2, b: 'x' }] });
    expect(await readFile(records.path, 'utf8')).toBe('a,b\n1,\n2,x\n');

    const fenced = await make('document.csv', { content: '```csv\na,b\n1,007\n```' });
    expect(await readFile(fenced.path, 'utf8')).toBe('a,b\n1,007\n');
  });

  test('an order without content is refused', async () => {
    for (const id of ['document.pdf', 'document.md', 'document.docx', 'document.xlsx', 'code']) {
      expect(await make(id, { content: ' \n' })).toMatchObject({ code: 'bad-order' });
    }
    expect(await make('document.csv', { data: { columns: 'a' } })).toMatchObject({
      code: 'bad-order',
      message: expect.stringContaining('columns') as string,
    });
  });
});

describe('code', () => {
  test('stands in the prediction without its fence, and in a file of its language', async () => {
    const made = await make('code', { content: '```python\ndef f(x):\n    return x + 1\n```\n' });

    expect(made).toMatchObject({
      fileName: 'code1.py',
      inline: 'def f(x):\n    return x + 1',
    });
    expect(figuresOf(await codeInspector.inspectFile(made.path))['syntax errors']).toBe(0);
  });

  test('the language that is named goes first', async () => {
    const made = await make('code', { content: 'x = 1', data: { language: 'R' } });
    expect(made).toMatchObject({ fileName: 'code1.r' });
  });
});

describe('charts', () => {
  test.each([
    ['bar', { labels: ['a', 'b'], series: [{ name: 'n', values: [3, -1] }] }],
    ['line', { title: 'Line', labels: ['a', 'b', 'c'], series: [{ values: [3, null, 2] }] }],
    ['pie', { labels: ['a', 'b'], series: [{ values: [3, 1] }] }],
    [
      'scatter',
      {
        xLabel: 'x',
        series: [
          {
            points: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
    ],
  ])('%s is a picture with something on it', async (kind, rest) => {
    const made = await make('chart', { data: { kind, ...rest } });
    const { width, height } = await sharp(made.path).metadata();
    const { channels } = await sharp(made.path).stats();
    const { outcome } = await scoreFile(made.path);

    expect([width, height]).toEqual([1024, 640]);
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(3);
    expect(outcome.status).toBe('scored');
  });

  test('a bar is as high as its value', async () => {
    const data = { kind: 'bar', labels: ['a', 'b'], series: [{ values: [10, 5] }] };
    const made = await make('chart', { data });
    const { data: pixels, info } = await sharp(made.path)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const heights = [0, 0];
    for (let y = 0; y < info.height; y += 1) {
      for (const side of [0, 1]) {
        // the middle of each half of the axes, in the blue of the first series
        const at =
          (y * info.width + Math.round(58 + (info.width - 86) * (0.25 + side / 2))) * info.channels;
        if (pixels[at] === 0 && pixels[at + 1] === 0x72) heights[side] = (heights[side] ?? 0) + 1;
      }
    }
    // 10 : 5
    expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(2, 1);
  });

  test('figures that do not fit are refused with the reason', async () => {
    const data = { kind: 'bar', labels: ['a'], series: [{ values: [1, 2] }] };
    expect(await make('chart', { data })).toMatchObject({
      code: 'bad-order',
      message: expect.stringContaining('one value for each label') as string,
    });
  });
});

const SHAPES = [
  { shape: 'box', size: [1, 2, 3] },
  { shape: 'sphere', radius: 1 },
  { shape: 'cylinder', radius: 1, height: 2 },
  { shape: 'cylinder', radius: 1, topRadius: 0.5, height: 2, sides: 6 },
  { shape: 'cone', radius: 1, height: 2 },
  { shape: 'torus', radius: 2, tube: 0.5 },
  {
    shape: 'lathe',
    profile: [
      [0.5, 0],
      [0.2, 1],
      [0.6, 2],
    ],
  },
];

describe('3D', () => {
  test.each(SHAPES)('$shape is closed, in GLB and in OBJ', async (part) => {
    for (const id of ['scene', 'scene.obj']) {
      const made = await make(id, { data: { parts: [part] } });
      const parts = partsOf((await scoreFile(made.path)).outcome);
      expect(parts).toMatchObject({
        watertight: 1,
        components: 1,
        'non-manifold edges': 0,
        'boundary edges': 0,
      });
    }
  });

  test('groups, repeats and colours: each part stands for itself', async () => {
    const table = {
      parts: [
        { shape: 'box', size: [2, 0.1, 1], color: '#884422', position: [0, 1, 0] },
        {
          parts: [{ shape: 'cylinder', radius: 0.05, height: 1, position: [0.9, 0.45, 0.4] }],
          repeat: { count: 2, rotation: [0, 180, 0] },
        },
      ],
    };
    const made = await make('scene', { data: table });
    expect(partsOf((await scoreFile(made.path)).outcome)).toMatchObject({
      components: 3,
      watertight: 1,
    });
  });

  test('what is no scene is refused, with the place', async () => {
    expect(await make('scene', { data: { parts: [{ shape: 'blob' }] } })).toMatchObject({
      code: 'bad-order',
      message: expect.stringContaining('data.parts.0.shape') as string,
    });
    const many = { parts: [{ shape: 'sphere', radius: 1, sides: 128 }], repeat: { count: 500 } };
    expect(await make('scene', { data: { parts: [many] } })).toMatchObject({ code: 'bad-order' });
  });
});

describe('sounds', () => {
  const melody = {
    bpm: 60,
    tracks: [
      {
        wave: 'saw',
        events: [
          { note: 'A4', beats: 1 },
          { rest: true, beats: 0.5 },
          { note: 'C5', beats: 1 },
        ],
      },
      { wave: 'pink-noise', volume: 0.05, events: [{ seconds: 2 }] },
    ],
  };

  test('tones, rests and noise are a recording that can be scored and does not clip', async () => {
    const made = await make('sound', { data: melody });
    const bytes = await readFile(made.path);
    const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44));
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

    // (1 + 0.5 + 1) s and 0.1 s of release, at 44.1 kHz
    expect(samples.length).toBe(Math.ceil(2.6 * 44_100));
    expect(peak / 32_767).toBeCloseTo(10 ** (-1 / 20), 3);
    expect((await scoreFile(made.path)).outcome.status).toBe('scored');
  });

  test('the same order gives the same bytes', async () => {
    const [one, other] = [
      await make('sound', { data: melody }),
      await make('sound', { data: melody }),
    ];
    expect(await readFile(one.path)).toEqual(await readFile(other.path));
  });

  test('an A is 440 Hz', async () => {
    const events = [{ note: 'A4', seconds: 1 }];
    const envelope = { attack: 0, decay: 0, sustain: 1, release: 0 };
    const made = await make('sound', { data: { tracks: [{ envelope, events }] } });
    const bytes = await readFile(made.path);
    const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44));
    const crossings = samples.filter((sample, at) => sample >= 0 && (samples[at - 1] ?? 0) < 0);
    expect(Math.abs(crossings.length - 440)).toBeLessThanOrEqual(1);
  });

  test('silence is refused', async () => {
    for (const events of [[{ rest: true, seconds: 1 }], [{ note: 'C4', seconds: 1, volume: 0 }]]) {
      expect(await make('sound', { data: { tracks: [{ events }] } })).toMatchObject({
        code: 'bad-order',
        message: expect.stringContaining('silent') as string,
      });
    }
  });
});
