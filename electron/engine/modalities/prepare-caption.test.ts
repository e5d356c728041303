import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { makeFolder, writeText } from '../../../tests/builders/folders.ts';
import { canMakeClips, makeClip } from '../../../tests/builders/make-clip.ts';
import { CAPTIONED_MODALITIES, type CaptionedModality } from '../../../shared/model/endpoint.ts';
import type { ChatPart } from '../judges/define.ts';
import { readWav } from '../media/decode/wav.ts';
import { encodeWav } from './audio/encode-wav.ts';
import { type CaptionLimits, captionLimits } from './caption-input.ts';
import { prepareCaption } from './prepare-caption.ts';

const DATA = fileURLToPath(new URL('../../../assets/samples/dataset/data/', import.meta.url));
const EVERYTHING = captionLimits({ image: true, audio: true, video: true });
const PICTURES_ONLY = captionLimits({ image: true, audio: false, video: false });
const TEXT_ONLY = captionLimits({ image: false, audio: false, video: false });

async function prepare(modality: CaptionedModality, path: string, limits = EVERYTHING) {
  const prepared = await prepareCaption(modality, { kind: 'file', path }, limits);
  if (prepared.status === 'unscored') throw new Error(prepared.reason);
  return prepared;
}

async function whyNot(modality: CaptionedModality, path: string, limits = EVERYTHING) {
  const prepared = await prepareCaption(modality, { kind: 'file', path }, limits);
  return prepared.status === 'unscored' ? prepared : undefined;
}

const kinds = (parts: readonly ChatPart[]) => parts.map(({ type }) => type);
const bytesOf = (part: ChatPart | undefined) =>
  part === undefined || part.type === 'text' ? Buffer.alloc(0) : Buffer.from(part.bytes);

describe('an image', () => {
  test('is brought to the side that is set, stands upright, and its pixels are where they were', async () => {
    const path = join(makeFolder(), 'turned.jpg');
    // red above blue; EXIF says to turn it by 90° clockwise, so red comes to the right
    const blue = { create: { width: 80, height: 40, channels: 3, background: '#0000ff' } } as const;
    const red = { create: { width: 80, height: 20, channels: 3, background: '#ff0000' } } as const;
    const top = await sharp(red).png().toBuffer();
    await sharp(blue)
      .composite([{ input: top, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toFile(path);

    const { parts, facts } = await prepare('image', path, limitsOf({ imageSidePx: 40 }));

    expect(facts).toEqual({ size: '40 × 80 pixels', format: 'JPEG' });
    const { data, info } = await sharp(bytesOf(parts[0]))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 20, height: 40 });
    const at = (x: number, y: number) => [...data.subarray((y * 20 + x) * 3).subarray(0, 3)];
    expect(at(16, 20)[0]).toBeGreaterThan(200);
    expect(at(3, 20)[2]).toBeGreaterThan(200);
  });

  test('stands on white where it is transparent, and is never enlarged', async () => {
    const path = join(makeFolder(), 'clear.png');
    const clear = { r: 255, g: 0, b: 0, alpha: 0 };
    await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
      .png()
      .toFile(path);

    const [part] = (await prepare('image', path)).parts;

    expect(part).toMatchObject({ type: 'image', mimeType: 'image/png' });
    const { data, info } = await sharp(bytesOf(part)).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 8, height: 8, channels: 3 });
    expect(new Set(data)).toEqual(new Set([255]));
  });

  test('that moves is sent as some of its frames with their times', async () => {
    const path = join(makeFolder(), 'moving.gif');
    const frames = Buffer.alloc(6 * 6 * 10 * 3, 0);
    for (let i = 0; i < 10; i++) frames.fill(i * 25, i * 108, (i + 1) * 108);
    await sharp(frames, { raw: { width: 6, height: 60, channels: 3, pageHeight: 6 } })
      .gif({ delay: Array.from({ length: 10 }, () => 100) })
      .toFile(path);

    const { parts, facts, notes } = await prepare('image', path, limitsOf({ frames: 4 }));

    expect(facts['frames']).toBe('10');
    expect(parts.filter((part) => part.type === 'text').map(({ text }) => text)).toEqual([
      'Frame 1 of 10, at 0.00 s:',
      'Frame 4 of 10, at 0.30 s:',
      'Frame 7 of 10, at 0.60 s:',
      'Frame 10 of 10, at 0.90 s:',
    ]);
    expect(notes).toEqual(['4 of 10 frames were sent.']);
  });
});

const limitsOf = (own: Partial<CaptionLimits>): CaptionLimits => ({ ...EVERYTHING, ...own });

describe('code', () => {
  test('that stands in the record is sent as it is, with the language of its fence', async () => {
    const source = { kind: 'inline', text: 'print(1)\r\nprint(2)\n', language: 'py' } as const;

    expect(await prepareCaption('code', source, TEXT_ONLY)).toEqual({
      status: 'prepared',
      parts: [{ type: 'text', text: 'print(1)\nprint(2)\n' }],
      facts: { language: 'Python', lines: '2', characters: '18' },
      notes: [],
    });
  });

  test('that is too long is cut at a line, and that is said to the model and to people', async () => {
    const text = Array.from({ length: 100 }, (_, i) => `x = ${i}`).join('\n');

    const prepared = await prepareCaption(
      'code',
      { kind: 'inline', text },
      limitsOf({ textCharacters: 50 }),
    );

    // eight lines of 5 characters with seven breaks: 47 ≤ 50 < 53
    expect(prepared).toMatchObject({
      parts: [
        { text: expect.stringMatching(/^x = 0\n.*x = 7\n\[… cut: .*47 of 689.*\]$/s) as string },
      ],
      notes: ['The first 47 of 689 characters were sent.'],
    });
  });
});

describe('a document', () => {
  test('is sent as its text and pictures of its pages', async () => {
    const { parts, facts } = await prepare(
      'document',
      `${DATA}general_area/food/document/doc_0310_01.pdf`,
    );

    expect(kinds(parts)).toEqual(['text', 'image']);
    expect(parts[0]).toMatchObject({ text: expect.stringContaining('Tomato frittata') as string });
    const { width, height } = await sharp(bytesOf(parts[1])).metadata();
    expect(Math.max(width, height)).toBe(1024);
    expect(facts).toMatchObject({ format: 'PDF', pages: '1', 'pictures sent': 'page 1' });
  });

  test('that is a picture is read by OCR, for an endpoint without eyes as well', async () => {
    const path = `${DATA}social_science/politics/document/doc_0031_01.png`;

    const seen = await prepare('document', path);
    const read = await prepare('document', path, TEXT_ONLY);

    expect(kinds(seen.parts)).toEqual(['text', 'image']);
    expect(kinds(read.parts)).toEqual(['text']);
    expect(read.parts[0]).toMatchObject({ text: expect.stringContaining('11,260') as string });
    expect(read.facts['text']).toMatch(/OCR/);
  });
});

const tone = (seconds: number, rateHz: number) =>
  Float32Array.from(
    { length: seconds * rateHz },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * 440 * i) / rateHz),
  );

describe('a recording', () => {
  test('becomes mono WAV at 16 kHz that holds the same tone', async () => {
    const dir = makeFolder();
    writeFileSync(join(dir, 'a.wav'), encodeWav(tone(2, 44_100), 44_100));

    const { parts, facts } = await prepare('audio', join(dir, 'a.wav'));

    expect(parts).toMatchObject([{ type: 'audio', format: 'wav' }]);
    expect(facts).toEqual({ duration: '2 s', channels: '1', 'sample rate': '44,100 Hz' });
    writeFileSync(join(dir, 'b.wav'), bytesOf(parts[0]));
    const signal = await readWav(join(dir, 'b.wav'), () => 1e9);
    expect(signal?.sampleRateHz).toBe(16_000);
    const [channel = new Float32Array(0)] = signal?.channels ?? [];
    const expected = tone(2, 16_000);
    const worst = channel
      .subarray(1000, -1000)
      .reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i + 1000]!)), 0);
    expect(channel).toHaveLength(expected.length);
    expect(worst).toBeLessThan(0.002);
  });

  test('that is a short MP3 goes as it is; a part of it does not', async () => {
    const path = `${DATA}general_area/health/audio/aud_0211_01.mp3`;

    const whole = await prepare('audio', path);
    const part = await prepare('audio', path, limitsOf({ audioSeconds: 5 }));

    expect(bytesOf(whole.parts[0])).toEqual(readFileSync(path));
    expect(part.parts).toMatchObject([{ format: 'wav' }]);
    expect(bytesOf(part.parts[0])).toHaveLength(44 + 5 * 16_000 * 2);
    expect(part.notes).toEqual(['The first 5 s were sent.']);
  });

  test('that is silent says so', async () => {
    const path = join(makeFolder(), 'a.wav');
    writeFileSync(path, encodeWav(new Float32Array(8000), 8000));

    expect((await prepare('audio', path)).facts['sound']).toMatch(/silent/);
  });
});

describe('a video', () => {
  const path = `${DATA}natural_science/physics/video/vid_0042_01.mp4`;

  test('goes as it is where the endpoint takes video and it is small enough', async () => {
    const { parts } = await prepare('video', path);

    expect(parts).toMatchObject([{ type: 'video', mimeType: 'video/mp4' }]);
    expect(bytesOf(parts[0])).toEqual(readFileSync(path));
  });

  test('is sent as frames with their times elsewhere, and why is noted', async () => {
    for (const [limits, why] of [
      [{ ...PICTURES_ONLY, frames: 5 }, /takes no video/],
      [limitsOf({ frames: 5, mediaBytes: 1000 }), /more than the 0\.0 MB/],
    ] as const) {
      const { parts, notes, facts } = await prepare('video', path, limits);

      expect(kinds(parts)).toEqual(Array.from({ length: 5 }, () => ['text', 'image']).flat());
      // 5 s in five parts, their middles; the first frame at or behind each, 24 a second
      const times = parts.flatMap((part) =>
        part.type === 'text' ? [parseFloat(part.text.slice(9))] : [],
      );
      times.forEach((time, i) => {
        expect(time).toBeGreaterThanOrEqual(i + 0.5 - 0.005);
        expect(time).toBeLessThan(i + 0.5 + 1 / 24 + 0.005);
      });
      expect(notes[0]).toMatch(why);
      expect(facts).toMatchObject({ duration: '5 s', sent: '5 frames' });
    }
  });

  test.runIf(canMakeClips)('brings its sound along where the endpoint takes sound', async () => {
    const sine = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1', '-shortest'];
    const coded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
    const clip = makeClip(makeFolder(), 'clip.mp4', { seconds: 1, encoder: [...sine, ...coded] });
    const oneFrame = { ...PICTURES_ONLY, frames: 1 };

    const silent = await prepare('video', clip, oneFrame);
    const heard = await prepare('video', clip, {
      ...oneFrame,
      takes: { ...oneFrame.takes, audio: true },
    });

    expect(kinds(silent.parts)).toEqual(['text', 'image']);
    expect(silent.notes).toContain('The captioner takes no sound; it was not sent.');
    expect(kinds(heard.parts)).toEqual(['text', 'image', 'audio']);
    expect(heard.facts['sent']).toBe('1 frame and the sound');
    expect(bytesOf(heard.parts[2]).length).toBeGreaterThan(44 + 0.9 * 32_000);
  });

  test('is refused by an endpoint that takes neither video nor pictures', async () => {
    expect(await whyNot('video', path, TEXT_ONLY)).toMatchObject({ code: 'unsupported' });
  });
});

test('a 3D object is sent as views with their names, and what can be counted of it', async () => {
  const { parts, facts } = await prepare(
    'threeD',
    `${DATA}general_area/architecture/threeD/thd_0001_01.obj`,
  );

  expect(kinds(parts)).toEqual(Array.from({ length: 6 }, () => ['text', 'image']).flat());
  expect(parts[0]).toMatchObject({ text: 'View 1 of 6, obliquely from +X +Y +Z, Y points up:' });
  expect(await sharp(bytesOf(parts[1])).metadata()).toMatchObject({
    format: 'png',
    width: 512,
    height: 512,
  });
  expect(facts).toMatchObject({ kind: 'triangle mesh', vertices: '100', faces: '146' });
  expect(facts['extents']).toMatch(/^x 9\.8, y 2\.8, z 6\.8,/);
});

test('the same file gives the same bytes', async () => {
  for (const [modality, path] of [
    ['image', 'general_area/food/image/img_0310_01.jpg'],
    ['document', 'general_area/food/document/doc_0310_01.pdf'],
    ['audio', 'general_area/entertainment/audio/aud_0142_01.m4a'],
    ['video', 'general_area/pets/video/vid_0003_01.webm'],
    ['threeD', 'natural_science/earth_science/threeD/thd_0120_01.ply'],
  ] as const) {
    const both = [await prepare(modality, DATA + path), await prepare(modality, DATA + path)];

    expect(both[0], modality).toEqual(both[1]);
  }
});

test('a file that is not there, empty or something else is a reason, never an exception', async () => {
  const dir = makeFolder();
  const none = join(dir, 'none');
  const empty = writeText(join(dir, 'empty.bin'), '');
  const noise = join(dir, 'noise.bin');
  writeFileSync(noise, Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)));
  const folder = dir;

  for (const modality of CAPTIONED_MODALITIES) {
    expect(await whyNot(modality, none), modality).toMatchObject({ code: 'media-missing' });
    expect(await whyNot(modality, folder), modality).toMatchObject({ code: 'media-missing' });
    expect(await whyNot(modality, empty), modality).toMatchObject({ code: 'media-broken' });
    expect((await whyNot(modality, noise))?.code, modality).toMatch(/media-broken|unsupported/);
  }
}, 60_000);

test('what the endpoint does not take is a reason of its own', async () => {
  const picture = `${DATA}general_area/food/image/img_0310_01.jpg`;
  const sound = `${DATA}general_area/health/audio/aud_0211_01.mp3`;

  expect(await whyNot('image', picture, TEXT_ONLY)).toMatchObject({ code: 'unsupported' });
  expect(await whyNot('audio', sound, PICTURES_ONLY)).toMatchObject({ code: 'unsupported' });
});
