// Drawings become files here. Charts are stored with a palette, which keeps a PNG of 1,200 px near 30 KB.
import sharp, { type Sharp } from 'sharp';
import { gaussian, seededRandom } from '../rng.ts';
import type { Drawing } from './svg.ts';

/** PNG with a palette of `colours`; alpha is kept where the drawing has any. */
export async function png(image: Drawing, colours = 96, scale = 1): Promise<Buffer> {
  return rasterise(image, scale)
    .png({ palette: true, colours, dither: 0, compressionLevel: 9, effort: 10 })
    .toBuffer();
}

/** JPEG on white. */
export async function jpeg(image: Drawing, quality = 82, scale = 1): Promise<Buffer> {
  return rasterise(image, scale).flatten({ background: '#ffffff' }).jpeg({ quality }).toBuffer();
}

/** Raw RGB pixels, three bytes each, for video frames. */
export async function rgb(image: Drawing): Promise<Buffer> {
  return rasterise(image, 1).flatten({ background: '#ffffff' }).removeAlpha().raw().toBuffer();
}

function rasterise(image: Drawing, scale: number): Sharp {
  return sharp(Buffer.from(image.svg), { density: 72 * scale });
}

/** What a weak image model does to a picture. */
export interface Damage {
  readonly blur?: number;
  /** Standard deviation of the added noise, in grey levels. */
  readonly noise?: number;
  readonly hue?: number;
  readonly saturation?: number;
  readonly brightness?: number;
  /** Width in px of the finished picture; the detail is lost. */
  readonly width?: number;
  /** Block size in px of a coarse mosaic. */
  readonly mosaic?: number;
  readonly quality?: number;
  readonly seed?: number;
}

/** The picture as a weak model would give it: blurred, noisy, recoloured, coarse; always a JPEG. */
export async function damaged(image: Drawing, damage: Damage): Promise<Buffer> {
  let width = image.width;
  let height = image.height;
  let pipe = rasterise(image, 1).flatten({ background: '#ffffff' });
  if (damage.blur !== undefined) pipe = pipe.blur(damage.blur);
  if (
    damage.hue !== undefined ||
    damage.saturation !== undefined ||
    damage.brightness !== undefined
  )
    pipe = sharp(await pipe.png().toBuffer()).modulate({
      hue: damage.hue ?? 0,
      saturation: damage.saturation ?? 1,
      brightness: damage.brightness ?? 1,
    });
  if (damage.width !== undefined) {
    height = Math.round((height * damage.width) / width);
    width = damage.width;
    pipe = sharp(await pipe.png().toBuffer()).resize(width, height);
  }
  if (damage.mosaic !== undefined) {
    const small = await sharp(await pipe.png().toBuffer())
      .resize(Math.round(width / damage.mosaic), Math.round(height / damage.mosaic))
      .png()
      .toBuffer();
    pipe = sharp(small).resize(width, height, { kernel: 'nearest' });
  }
  const pixels = await pipe.removeAlpha().toColourspace('srgb').raw().toBuffer();
  addNoise(pixels, damage.noise ?? 0, damage.seed ?? 7);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: damage.quality ?? 70 })
    .toBuffer();
}

function addNoise(pixels: Buffer, deviation: number, seed: number): void {
  if (deviation === 0) return;
  const random = seededRandom(seed);
  for (let i = 0; i < pixels.length; i++) {
    const value = (pixels[i] ?? 0) + gaussian(random) * deviation;
    pixels[i] = Math.max(0, Math.min(255, Math.round(value)));
  }
}
