import { describe, expect, test } from 'vitest';
import sharp, { type Sharp } from 'sharp';
import { makeDeadLeaves, normal } from '../../../../../tests/builders/dead-leaves.ts';
import { createRandom } from '../../../../../shared/stats/random.ts';
import { greyPlane } from '../grey.ts';
import { MAX_PATCHES, niqe } from './niqe.ts';
import { PATCH_SIZE, patchFeatures } from './niqe-patch.ts';

const leaves = makeDeadLeaves(1);
const raw = { raw: { width: leaves.width, height: leaves.height, channels: 3 } } as const;
const original = () => sharp(leaves.data, raw);

async function greyOf(picture: Sharp) {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return greyPlane({ width: info.width, height: info.height, channels: 3, data });
}
const niqeOf = async (picture: Sharp) => niqe(await greyOf(picture)).value!;
const jpeg = async (quality: number) => sharp(await original().jpeg({ quality }).toBuffer());
function noisy(sigma: number) {
  const random = createRandom(2);
  const data = leaves.data.map((level) =>
    Math.min(255, Math.max(0, Math.round(level + sigma * normal(random)))),
  );
  return sharp(data, raw);
}

function expectRising(values: readonly number[]) {
  values.slice(1).forEach((value, i) => expect(value).toBeGreaterThan(values[i]!));
}

describe('a picture with the statistics of a photograph', () => {
  test('lies among photographs', async () => {
    const value = await niqeOf(original());

    expect(value).toBeGreaterThan(2);
    expect(value).toBeLessThan(5);
  });

  test('the more it is blurred, the further it lies from photographs', async () => {
    expectRising([
      await niqeOf(original()),
      await niqeOf(original().blur(1)),
      await niqeOf(original().blur(2)),
      await niqeOf(original().blur(4)),
    ]);
  });

  test('the harder it is compressed, the further it lies', async () => {
    expectRising([
      await niqeOf(await jpeg(50)),
      await niqeOf(await jpeg(20)),
      await niqeOf(await jpeg(8)),
      await niqeOf(await jpeg(3)),
    ]);
  });

  test('the noisier it is, the further it lies', async () => {
    expectRising([
      await niqeOf(original()),
      await niqeOf(noisy(5)),
      await niqeOf(noisy(15)),
      await niqeOf(noisy(40)),
    ]);
  });
});

test('a patch is the same wherever it lies', () => {
  const random = createRandom(9);
  const tile = Uint8Array.from({ length: PATCH_SIZE ** 2 }, () => 256 * random());
  const side = 3 * PATCH_SIZE;
  const data = Uint8Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    return tile[(y % PATCH_SIZE) * PATCH_SIZE + (x % PATCH_SIZE)]!;
  });
  const plane = { width: side, height: side, data };

  // the middle of a wide tiling and that of a wider one see the same pixels, margins included
  const middle = patchFeatures(plane, PATCH_SIZE, PATCH_SIZE);
  const wider = {
    width: side,
    height: 4 * PATCH_SIZE,
    data: Uint8Array.from([...data, ...data.subarray(0, side * PATCH_SIZE)]),
  };

  expect(middle?.features).toHaveLength(36);
  expect(patchFeatures(wider, PATCH_SIZE, 2 * PATCH_SIZE)).toEqual(middle);
});

test('a picture without two patches has no NIQE, and says so', () => {
  const small = { width: 191, height: 190, data: leaves.data.slice(0, 191 * 190) };

  expect(niqe(small)).toMatchObject({ value: undefined, patchesInPicture: 1 });
  expect(niqe(small).notes[0]).toMatch(/two patches/);
});

test('a flat picture has no NIQE, and says so', () => {
  const flat = { width: 300, height: 300, data: new Uint8Array(90_000).fill(80) };

  expect(niqe(flat).value).toBeUndefined();
  expect(niqe(flat).notes[0]).toMatch(/hold any structure/);
});

test('a large picture is sampled evenly, and says so', () => {
  const side = Math.ceil(Math.sqrt(MAX_PATCHES)) * PATCH_SIZE + PATCH_SIZE;
  const data = Uint8Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    return leaves.data[((y % leaves.height) * leaves.width + (x % leaves.width)) * 3]!;
  });

  const outcome = niqe({ width: side, height: side, data });

  expect(outcome.patches).toBe(MAX_PATCHES);
  expect(outcome.notes).toEqual([`NIQE of ${MAX_PATCHES} of 1089 patches, evenly spread.`]);
  expect(outcome.value).toBeLessThan(6);
});
