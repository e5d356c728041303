import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canMakeClips, makeClip } from '../../../../tests/builders/make-clip.ts';
import { makeDoverLike, type MadeNetwork } from '../../../../tests/builders/make-onnx.ts';
import type { QualityEvidence } from '../define.ts';
import { createDoverQuality, scoreDover } from './dover.ts';
import { aestheticFrames, technicalFrames } from './dover-frames.ts';
import { CLIP_SIZE, VIEW_SIDE, writeFragments, writeResized } from './dover-views.ts';

const canRun =
  canMakeClips && (await import('onnxruntime-node').catch(() => undefined)) !== undefined;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loupe-dover-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function scoreWith(clip: string, network: MadeNetwork): Promise<QualityEvidence> {
  const weights = join(folder, `${JSON.stringify(network).replace(/\W/g, '')}.onnx`);
  await writeFile(weights, makeDoverLike(network));
  const dover = createDoverQuality(weights);
  try {
    const outcome = await dover.scoreFile(clip);
    if (outcome.status !== 'scored') throw new Error(`${outcome.code}: ${outcome.reason}`);
    return outcome.evidence;
  } finally {
    await dover.close();
  }
}

const MEAN = [123.675, 116.28, 103.53];
const STD = [58.395, 57.12, 57.375];
const normalised = (level: number, channel: number) => (level - MEAN[channel]!) / STD[channel]!;

/** One colour without loss, so that its levels are known. */
const oneColour = (colour: string, size: string, seconds: number) =>
  makeClip(folder, `${colour}-${size}-${seconds}.mkv`, {
    filter: `scale=${size},geq=r=${colour}:g=${colour}:b=${colour},format=bgr0`,
    encoder: ['-c:v', 'ffv1'],
    seconds,
  });

const skip = test.skipIf(!canRun);

skip('a clip of one colour gives the fused score of that colour (needs ffmpeg and ONNX Runtime)', async () => {
  const evidence = await scoreWith(oneColour('118', '320:240', 2.4), {});

  // the network gives the mean of what it is shown (in single precision), and both views of one
  // colour show that colour
  const shown = [0, 1, 2].reduce((sum, channel) => sum + normalised(118, channel), 0) / 3;
  const technical = evidence.components['technical']?.value ?? NaN;
  const aesthetic = evidence.components['aesthetic']?.value ?? NaN;
  expect(Math.abs(technical - shown)).toBeLessThan(0.003);
  expect(Math.abs(aesthetic - shown)).toBeLessThan(0.003);
  const x = ((technical - 0.1107) / 0.07355) * 0.6104 + ((aesthetic + 0.08285) / 0.03774) * 0.3896;
  expect(evidence.score).toBeCloseTo(100 / (1 + Math.exp(-x)), 2);
  expect(evidence.profile).toBe('dover');
});

skip('small pictures and short clips are enlarged and begun again (needs ffmpeg and ONNX Runtime)', async () => {
  const evidence = await scoreWith(oneColour('90', '96:64', 0.4), { clips: 'any' });

  const shown = [0, 1, 2].reduce((sum, channel) => sum + normalised(90, channel), 0) / 3;
  expect(Math.abs((evidence.components['technical']?.value ?? NaN) - shown)).toBeLessThan(0.003);
  expect(evidence.notes[0]).toMatch(/^3 clips/);
});

skip('the file says how many clips it takes, and which input is which (needs ffmpeg and ONNX Runtime)', async () => {
  const clip = oneColour('118', '320:240', 2.4);

  const four = await scoreWith(clip, { clips: 4, isTechnicalFirst: true });

  const three = await scoreWith(clip, {});
  expect(four.notes[0]).toMatch(/^4 clips of 32 frames/);
  expect(Math.abs(four.score - three.score)).toBeLessThan(1);
});

test('files that are no such network, or not there, are no score', async () => {
  const broken = join(folder, 'broken.onnx');
  await writeFile(broken, 'no network');

  for (const weights of [broken, join(folder, 'none.onnx')]) {
    const dover = createDoverQuality(weights);
    expect(await dover.scoreFile(join(folder, 'none.mp4'))).toMatchObject({
      status: 'unscored',
      code: 'unsupported',
    });
    await dover.close();
  }
});

test('the fusion is that of metrics.md, and no number is no score', () => {
  // at the means of both branches x = 0
  expect(scoreDover({ technical: 0.1107, aesthetic: -0.08285 })).toMatchObject({ value: 0.5 });
  // one scale up in both: x = 0.6104 + 0.3896 = 1
  const up = { technical: 0.1107 + 0.07355, aesthetic: -0.08285 + 0.03774 };
  expect(scoreDover(up)).toMatchObject({ evidence: { score: 73.11 } });
  expect(scoreDover({ technical: 9, aesthetic: 9 })).toMatchObject({ value: 1 });
  expect(scoreDover({ technical: NaN, aesthetic: 0 })).toMatchObject({ status: 'unscored' });
});

test('the frames are spread as in DOVER, from the middle of each part', () => {
  // 240 frames in 3 parts of 80; 32 frames, every second, take 64 of them: 8 are left on both sides
  const technical = technicalFrames(240, 3);
  expect(technical).toHaveLength(96);
  expect([technical[0], technical[31], technical[32], technical[95]]).toEqual([8, 70, 88, 230]);
  // 240 in 32 parts of 7; one frame takes 2: the offset is 2
  const aesthetic = aestheticFrames(240);
  expect([aesthetic.length, aesthetic[0], aesthetic[1], aesthetic[31]]).toEqual([32, 2, 9, 219]);
  // too short: every index is a frame of the clip
  expect(technicalFrames(10, 3).every((index) => index >= 0 && index < 10)).toBe(true);
  expect(aestheticFrames(1)).toEqual(Array.from({ length: 32 }, () => 0));
});

/** Levels that tell where they stand: red the column, green the row. */
function positions(width: number, height: number) {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([x % 256, y % 256, 7], (y * width + x) * 3);
  }
  return { width, height, data };
}

const levelIn = (view: Float32Array, frame: number, channel: number, x: number, y: number) => {
  const at = ((channel * 32 + frame) * VIEW_SIDE + y) * VIEW_SIDE + x;
  return view[at]! * STD[channel]! + MEAN[channel]!;
};

test('fragments are pieces at full size from the middle of 7 × 7 cells', () => {
  const view = new Float32Array(CLIP_SIZE);

  writeFragments(positions(448, 256), view, 5);

  // cells of 64 × 36: the pieces begin 16 and 2 behind the borders of their cells
  expect(levelIn(view, 5, 0, 0, 0)).toBeCloseTo(16, 3);
  expect(levelIn(view, 5, 1, 0, 0)).toBeCloseTo(2, 3);
  expect(levelIn(view, 5, 0, 32, 0)).toBeCloseTo(64 + 16, 3);
  expect(levelIn(view, 5, 0, 33, 40)).toBeCloseTo(64 + 16 + 1, 3);
  expect(levelIn(view, 5, 1, 33, 40)).toBeCloseTo(36 + 2 + 8, 3);
  expect(levelIn(view, 5, 2, 223, 223)).toBeCloseTo(7, 3);
  expect(view[0]).toBe(0); // other frames are not touched
});

test('the resized view shows the whole picture', () => {
  const view = new Float32Array(CLIP_SIZE);

  writeResized(positions(112, 224), view, 0);

  // twice as wide: 0, 0.25, 0.75 … rounded
  expect(levelIn(view, 0, 0, 0, 0)).toBeCloseTo(0, 3);
  expect(levelIn(view, 0, 0, 223, 0)).toBeCloseTo(111, 3);
  expect(levelIn(view, 0, 0, 101, 0)).toBeCloseTo(50, 3);
  expect(levelIn(view, 0, 1, 50, 200)).toBeCloseTo(200, 3);
});
