// Draws a sound on a canvas: its spectrogram in shades of its column's colour, its waveform as bars.
import type { Spectrogram } from '../../../shared/model/spectrogram.ts';
import type { Waveform } from '../../../shared/model/waveform.ts';
import type { TimeRange } from '../parts/transport/group-time.ts';
import type { LoadedTile } from './use-tiles.ts';

/** −80 dB is drawn as the background, −5 dB as the strongest shade: the same for every sound. */
const QUIET_BYTE = 51;
const LOUD_BYTE = 242;
const BAR_PX = 3;

/** Colours as `#rrggbb`: of silence, of the column, of what is loudest. */
export interface SoundColors {
  readonly ground: string;
  readonly tone: string;
  readonly strong: string;
}

/** 256 shades as 32-bit pixels, from ground over tone to strong. */
export function shades({ ground, tone, strong }: SoundColors): Uint32Array {
  const stops = [ground, tone, strong].map(rgbOf);
  const pixels = new Uint8ClampedArray(256 * 4);
  for (let byte = 0; byte < 256; byte++) {
    const level = Math.min(1, Math.max(0, (byte - QUIET_BYTE) / (LOUD_BYTE - QUIET_BYTE)));
    const place = level * 1.999;
    const [from, to] = [stops[Math.floor(place)] ?? [], stops[Math.floor(place) + 1] ?? []];
    for (let c = 0; c < 3; c++) {
      pixels[byte * 4 + c] = (from[c] ?? 0) + ((to[c] ?? 0) - (from[c] ?? 0)) * (place % 1);
    }
    pixels[byte * 4 + 3] = 255;
  }
  return new Uint32Array(pixels.buffer);
}

function rgbOf(color: string): readonly number[] {
  const digits = /^#([0-9a-f]{6})$/i.exec(color)?.[1] ?? '808080';
  return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
}

/** Tiles as pictures, each painted when it is first drawn. */
export function tilePainter(palette: Uint32Array): (picture: Spectrogram) => HTMLCanvasElement {
  const images = new WeakMap<Spectrogram, HTMLCanvasElement>();
  return (picture) => {
    const image = images.get(picture) ?? paintTile(picture, palette);
    images.set(picture, image);
    return image;
  };
}

/** A tile's levels as a picture of one pixel a cell, the highest frequency on top. */
function paintTile(picture: Spectrogram, palette: Uint32Array): HTMLCanvasElement {
  const { columns, rows, levels } = picture;
  const bytes = Uint8Array.from(atob(levels), (letter) => letter.charCodeAt(0));
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const image = new ImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const byte = bytes[row * columns + column] ?? 0;
      pixels[(rows - 1 - row) * columns + column] = palette[byte] ?? 0;
    }
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

/** Largest amplitude in a stretch; undefined where nothing is known of it. */
export type Loudness = (fromS: number, toS: number) => number | undefined;

/** Looks in the finest tile, and for all of a sound in its exact waveform; a coarse one comes last. */
export function loudnessOf(
  loaded: readonly LoadedTile[],
  waveform: Waveform | undefined,
  seenS: number,
): Loudness {
  const sources = loaded.map(({ picture }) => ({
    fromS: picture.fromMs / 1000,
    toS: picture.toMs / 1000,
    peaks: picture.peaks,
  }));
  if (waveform !== undefined) {
    const whole = { fromS: 0, toS: waveform.durationMs / 1000, peaks: waveform.peaks };
    const isFine = whole.toS / whole.peaks.length <= seenS / 300;
    if (isFine && waveform.isComplete) sources.push(whole);
    else sources.unshift(whole);
  }
  return (fromS, toS) => {
    const middle = (fromS + toS) / 2;
    const source = sources.findLast((each) => middle >= each.fromS && middle < each.toS);
    if (source === undefined) return undefined;
    const perS = source.peaks.length / (source.toS - source.fromS);
    const first = Math.max(0, Math.floor((fromS - source.fromS) * perS));
    const last = Math.max(first, Math.ceil((toS - source.fromS) * perS) - 1);
    return Math.max(0, ...source.peaks.slice(first, last + 1));
  };
}

/** Bars about the middle line. `seen` is in the sound's own time. */
export function drawWave(
  context: CanvasRenderingContext2D,
  box: { readonly y: number; readonly width: number; readonly height: number },
  seen: TimeRange,
  loudness: Loudness,
  most: number,
): void {
  const perPx = (seen.toS - seen.fromS) / box.width;
  for (let x = 0; x < box.width; x += BAR_PX) {
    const fromS = seen.fromS + x * perPx;
    const peak = loudness(fromS, fromS + BAR_PX * perPx);
    if (peak === undefined) continue;
    const height = Math.max(1, (Math.min(1, peak / most) * box.height * 0.94) | 0);
    context.fillRect(x, box.y + (box.height - height) / 2, BAR_PX - 1, height);
  }
}
