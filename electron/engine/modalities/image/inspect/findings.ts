// When a figure means that something is clearly off. The thresholds were set on the photographs of
// assets/make-niqe-model and on blurred, enlarged, compressed and noisy versions of them.
import type { Finding } from '../../define-inspection.ts';
import type { Blockiness } from './blockiness.ts';
import type { EdgeWidths } from './edge-width.ts';
import type { Measured } from './figures.ts';
import type { ClippedEnd, Tones } from './tones.ts';

const BLURRED_EDGE = 3; // pixels; photographs in focus 1 to 2.3, under a blur of σ = 2 from 3.0
const EMPTY_BAND = 0.5; // of the Nyquist frequency; photographs 1, enlarged twofold 0.7, fourfold 0.4
const BLOCKY = 2.2; // JPEG of quality 90 up to 2.1 on smooth pictures, of quality 30 from 2.1
const BLOCKY_LEAD = 1.1; // the grid stands out from each other phase
const NOISY = 5; // levels; photographs up to 2.6
const CLIPPED = 0.05; // share of pixels
const NEAR_CLIPPED = 0.3; // of these, within 15 levels; overexposure runs out, a drawing's ground ends
const HALF_CLIPPED = 0.4; // of these, in one or two channels; likewise
const FLAT = 2; // levels of contrast

/** Findings of a picture, the gravest first. */
export function findingsOf(figures: Measured): Finding[] {
  const flat = flatFinding(figures.tones);
  if (flat !== undefined) return [flat];
  return [
    blurFinding(figures.edges),
    enlargedFinding(figures),
    blockFinding(figures.blocks),
    noiseFinding(figures.noise),
    clipFinding(figures.tones.white, 'white'),
    clipFinding(figures.tones.black, 'black'),
  ].filter((finding) => finding !== undefined);
}

const number = (value: number, digits: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits });

function flatFinding({ contrast, colourfulness, mean }: Tones): Finding | undefined {
  if (contrast >= FLAT || colourfulness >= 40) return undefined;
  const grey = `grey ${number(mean, 0)} of 255`;
  return contrast === 0
    ? { kind: 'one-colour', message: `Every pixel is equally bright: ${grey}.` }
    : { kind: 'flat', message: `There is next to no contrast: all of it lies about ${grey}.` };
}

function blurFinding(edges: EdgeWidths | undefined): Finding | undefined {
  if (edges === undefined || edges.sharpest < BLURRED_EDGE) return undefined;
  const message = `Blurred: even its sharpest edges take ${number(edges.sharpest, 1)} pixels.`;
  return { kind: 'blurred', message };
}

function enlargedFinding({ detail, width, height }: Measured): Finding | undefined {
  if (detail === undefined || detail.reach > EMPTY_BAND) return undefined;
  const [w, h] = [Math.ceil(width * detail.reach), Math.ceil(height * detail.reach)];
  const message = `Enlarged or blurred: it holds no finer detail than a picture of ${w} × ${h} pixels.`;
  return { kind: 'upscaled', message };
}

function blockFinding(blocks: Blockiness | undefined): Finding | undefined {
  if (blocks === undefined || blocks.ratio < BLOCKY || blocks.lead < BLOCKY_LEAD) return undefined;
  const { left, top } = blocks;
  const place = left === 0 && top === 0 ? '' : `, which begins at column ${left} and row ${top}`;
  const steps = number(blocks.ratio, 1);
  const message = `Blocks show: steps are ${steps} times as high on an 8 × 8 grid${place}.`;
  return { kind: 'blocky', message };
}

function noiseFinding(noise: number | undefined): Finding | undefined {
  if (noise === undefined || noise < NOISY) return undefined;
  const level = number(noise, 1);
  const message = `Noisy, or fine texture all over: ${level} grey levels where it is flattest.`;
  return { kind: 'noisy', message };
}

const FIELDS = [
  'upper left',
  'upper middle',
  'upper right',
  'middle left',
  'middle',
  'middle right',
  'lower left',
  'lower middle',
  'lower right',
] as const;

function clipFinding(end: ClippedEnd, name: 'black' | 'white'): Finding | undefined {
  const isColour = end.channels.length > 1;
  const isGradual =
    end.near >= NEAR_CLIPPED * end.share && (!isColour || end.partial >= HALF_CLIPPED * end.share);
  if (end.share < CLIPPED || !isGradual) return undefined;
  const percent = (share: number) => `${number(share * 100, 0)} %`;
  const field = FIELDS[end.field] ?? 'middle';
  const place = `most of them in the ${field}, ${percent(end.fieldShare)} of that ninth`;
  const message = `Clipped: ${percent(end.share)} of the pixels are pure ${name}, ${place}.`;
  return { kind: 'clipping', message };
}
