import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { makeDeadLeaves } from '../../../../../tests/builders/dead-leaves.ts';
import { Inspection } from '../../../../../shared/model/quality.ts';
import { imageInspector } from '../index.ts';
import { inspectImage } from './inspect-image.ts';

const leaves = makeDeadLeaves(1);
const raw = { raw: { width: leaves.width, height: leaves.height, channels: 3 } } as const;
const original = () => sharp(leaves.data, raw);

async function inspect(picture: Sharp) {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const channels = info.channels === 1 ? 1 : 3;
  const outcome = inspectImage({ width: info.width, height: info.height, channels, data });
  if (outcome.status !== 'inspected') throw new Error(outcome.reason);
  return outcome.inspection;
}
const kindsOf = async (picture: Sharp) => (await inspect(picture)).findings.map(({ kind }) => kind);
const valueOf = async (name: string, picture: Sharp) =>
  (await inspect(picture)).figures[name]?.value;
const jpeg = async (quality: number) => sharp(await original().jpeg({ quality }).toBuffer());

describe('findings', () => {
  test('there is nothing to say of a picture in order', async () => {
    expect(await kindsOf(original())).toEqual([]);
    expect(await kindsOf(await jpeg(90))).toEqual([]);
  });

  test('a blurred picture is blurred, whatever its contrast', async () => {
    expect(await kindsOf(original().blur(3))).toContain('blurred');
    expect(await kindsOf(original().blur(3).linear(0.3, 90))).toContain('blurred');
    expect(await kindsOf(original().linear(0.3, 90))).toEqual([]);
  });

  test('a picture enlarged fourfold says what it could be stored as', async () => {
    const { findings, figures } = await inspect(original().resize({ width: 4 * leaves.width }));
    const enlarged = findings.find(({ kind }) => kind === 'upscaled');

    expect(figures['effective resolution']?.value).toBeLessThan(0.5);
    expect(enlarged?.message).toMatch(/no finer detail than a picture of \d+ × \d+ pixels/);
  });

  test('blocks are found in a JPEG and in a part cut out of it', async () => {
    const packed = await original().jpeg({ quality: 5 }).toBuffer();
    const part = sharp(packed).extract({ left: 3, top: 5, width: 300, height: 300 });
    const [cut] = (await inspect(sharp(await part.png().toBuffer()))).findings;

    expect(await kindsOf(sharp(packed))).toContain('blocky');
    expect(cut?.message).toMatch(/column 5 and row 3/);
  });

  test('one colour is all there is to say of one colour', async () => {
    const flat = sharp({ create: { width: 200, height: 200, channels: 3, background: '#777' } });
    const { findings, figures } = await inspect(flat);

    expect(findings).toEqual([
      { kind: 'one-colour', message: 'Every pixel is equally bright: grey 119 of 255.' },
    ]);
    expect(figures['NIQE']).not.toHaveProperty('value');
    expect(figures['contrast']?.value).toBe(0);
  });

  test('overexposure is clipping, the white ground of a drawing is not', async () => {
    const sheet = sharp({ create: { width: 400, height: 400, channels: 3, background: '#fff' } });
    const drawing = sheet.composite([
      {
        input: Buffer.from('<svg width="200" height="200"><circle cx="90" cy="90" r="80"/></svg>'),
      },
    ]);

    expect(await kindsOf(original().linear(1.6, 0))).toContain('clipping');
    const flattened = await drawing.removeAlpha().png().toBuffer();
    expect(await kindsOf(sharp(flattened))).toEqual([]);
    expect(await kindsOf(sharp(flattened).blur(2))).not.toContain('clipping');
  });
});

describe('figures', () => {
  test('each finite, inside its range, and beside the score', async () => {
    for (const picture of [original(), original().blur(4), await jpeg(5), original().greyscale()]) {
      const inspection = Inspection.parse(await inspect(picture));
      for (const figure of Object.values(inspection.figures)) {
        expect(figure.role).toBe('diagnostic');
        if (figure.value === undefined) continue;
        expect(figure.value).toBeGreaterThanOrEqual(figure.range[0]);
        expect(figure.value).toBeLessThanOrEqual(figure.range[1]);
      }
    }
  });

  test('blockiness and edge width rise with compression and blur', async () => {
    const blocks = [50, 20, 5].map(async (q) => valueOf('blockiness', await jpeg(q)));
    const [q50, q20, q5] = await Promise.all(blocks);
    const [sharpOne, soft, softer] = await Promise.all(
      [0.5, 1.5, 3].map((sigma) => valueOf('edge width', original().blur(sigma))),
    );

    expect(q20).toBeGreaterThan(q50!);
    expect(q5).toBeGreaterThan(q20!);
    expect(soft).toBeGreaterThan(sharpOne!);
    expect(softer).toBeGreaterThan(soft!);
  });

  test('size, aspect and kind are said', async () => {
    const { figures, type } = await inspect(original().resize(200, 100, { fit: 'fill' }));

    expect(figures['width']?.value).toBe(200);
    expect(figures['aspect ratio']?.value).toBe(2);
    expect(figures['megapixels']?.value).toBeCloseTo(0.02, 12);
    expect(type).toBe('Colour picture');
  });

  test('three by three pixels still have the figures that exist', () => {
    const tiny = { width: 3, height: 3, channels: 1 as const, data: new Uint8Array(9).fill(5) };
    const outcome = inspectImage(tiny);

    expect(outcome.status === 'inspected' && outcome.inspection.figures['mean level']?.value).toBe(
      5,
    );
    expect(
      outcome.status === 'inspected' && outcome.inspection.figures['noise'],
    ).not.toHaveProperty('value');
  });

  test('two pixels are too few', () => {
    const outcome = inspectImage({ width: 2, height: 9, channels: 1, data: new Uint8Array(18) });

    expect(outcome).toMatchObject({ status: 'unscored', code: 'media-too-small' });
  });
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loupe-image-check-'));

  test.each([
    ['broken.png', Buffer.from('no picture'), 'media-broken'],
    ['empty.png', Buffer.alloc(0), 'media-broken'],
  ])('%s has a reason', async (name, bytes, code) => {
    writeFileSync(join(folder, name), bytes);

    expect(await imageInspector.inspectFile(join(folder, name))).toMatchObject({ code });
  });

  test('a missing file has a reason', async () => {
    const outcome = await imageInspector.inspectFile(join(folder, 'nothing.png'));

    expect(outcome).toMatchObject({ status: 'unscored', code: 'media-missing' });
  });

  test('a cut-off file has a reason', async () => {
    const bytes = await original().png().toBuffer();
    writeFileSync(join(folder, 'cut.png'), bytes.subarray(0, bytes.length / 2));

    expect(await imageInspector.inspectFile(join(folder, 'cut.png'))).toMatchObject({
      status: 'unscored',
      code: 'media-broken',
    });
  });

  test('of the demo, the drawings are in order and those spoilt on purpose are found', async () => {
    const samples = join(import.meta.dirname, '../../../../../assets/samples');
    const drawings = await kindsInFolder(join(samples, 'dataset/data/general_area/fashion/image'));
    const spoilt = await imageInspector.inspectFile(
      join(samples, 'predictions/Echo-Base/general_area/food/image/img_0310_03.jpg'),
    );

    expect(drawings).toEqual([]);
    expect(spoilt.status === 'inspected' && spoilt.inspection.findings.map((f) => f.kind)).toEqual([
      'blurred',
      'blocky',
    ]);
  });
});

async function kindsInFolder(path: string): Promise<string[]> {
  const outcomes = await Promise.all(
    readdirSync(path).map((name) => imageInspector.inspectFile(join(path, name))),
  );
  return outcomes.flatMap((outcome) =>
    outcome.status === 'inspected' ? outcome.inspection.findings.map(({ kind }) => kind) : [],
  );
}
