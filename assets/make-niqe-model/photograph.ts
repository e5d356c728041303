import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { decodeImage } from '../../electron/engine/media/decode/image.ts';
import type { Plane } from '../../electron/engine/media/decode/colour-image.ts';
import { greyPlane } from '../../electron/engine/modalities/image/grey.ts';

/** A package as photographs.json names it. */
export interface PhotographPackage {
  readonly package: string;
  readonly version: string;
  readonly licenceFrom: string;
  readonly photographs: readonly {
    readonly file: string;
    readonly author: string;
    readonly licence: string;
  }[];
}

/** A photograph brought to the size at which it is measured. */
export interface Photograph {
  readonly package: string;
  readonly file: string;
  readonly sha256: string;
  /** Each pixel is the mean of factor × factor pixels of the file. */
  readonly factor: number;
  readonly width: number;
  readonly height: number;
  readonly grey: Plane;
}

/** The pictures behind the published model are 480 × 320 to 1280 × 720 (Mittal et al. 2013, IV). */
const LONGEST_SIDE = 1280;

/** Reads a photograph to grey and reduces it by a whole factor. */
export async function readPhotograph(
  owner: string,
  file: string,
  path: string,
): Promise<Photograph> {
  const decoded = await decodeImage(path);
  if (decoded.status !== 'decoded') throw new Error(`${decoded.reason} "${path}"`);
  const grey = greyPlane(decoded.value);
  const factor = Math.ceil(Math.max(grey.width, grey.height) / LONGEST_SIDE);
  const reduced = reduce(grey, factor);
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  const { width, height } = reduced;
  return { package: owner, file, sha256, factor, width, height, grey: reduced };
}

/** Means of factor × factor pixels, to the nearest grey; what is left over at the ends is dropped. */
function reduce({ width, height, data }: Plane, factor: number): Plane {
  const outWidth = Math.floor(width / factor);
  const outHeight = Math.floor(height / factor);
  const out = new Uint8Array(outWidth * outHeight);
  for (let y = 0, o = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++, o++) {
      let sum = 0;
      for (let j = 0; j < factor; j++) {
        const row = (y * factor + j) * width + x * factor;
        for (let i = 0; i < factor; i++) sum += data[row + i]!;
      }
      out[o] = Math.round(sum / (factor * factor));
    }
  }
  return { width: outWidth, height: outHeight, data: out };
}
