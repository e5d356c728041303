import type { Figure } from '../../define.ts';
import { countFigure, shareFigure } from '../../define-inspection.ts';
import type { Blockiness } from './blockiness.ts';
import type { EdgeWidths } from './edge-width.ts';
import type { FineDetail } from './fine-detail.ts';
import type { NiqeOutcome } from './niqe.ts';
import { PRISTINE_MODEL } from './pristine-model.ts';
import type { ClippedEnd, Tones } from './tones.ts';

/** All that is measured of a picture; what is `undefined` does not exist for it. */
export interface Measured {
  readonly width: number;
  readonly height: number;
  readonly natural: NiqeOutcome;
  readonly laplacian: number;
  readonly edges: EdgeWidths | undefined;
  readonly detail: FineDetail | undefined;
  readonly blocks: Blockiness | undefined;
  readonly noise: number | undefined;
  readonly tones: Tones;
}

const MAX = Number.MAX_SAFE_INTEGER;
const CHANNELS = ['red', 'green', 'blue'] as const;

/** The measured values as named figures, each with unit, range and what it is worth. */
export function figuresOf(measured: Measured): Record<string, Figure> {
  return {
    ...sharpnessFigures(measured),
    ...artefactFigures(measured),
    ...toneFigures(measured.tones),
    ...sizeFigures(measured),
  };
}

function sharpnessFigures({ natural, laplacian, edges, detail }: Measured): Record<string, Figure> {
  return {
    NIQE: figure(
      natural.value,
      '',
      [0, MAX],
      'Distance to photographs without distortion; lower is better. Those lie at about 2.5 to 4.5, ' +
        'blurred, noisy or blocky ones at 6 to 14. Drawings and flat graphics lie far above: it ' +
        `is made for photographs. Model: ${PRISTINE_MODEL.photographs} free photographs.`,
    ),
    'edge width': figure(
      edges?.median,
      'px',
      [1, 64],
      'Median over edges; an ideal step takes 1, under a Gaussian blur 2.5 σ. Whatever the contrast.',
    ),
    'sharpest edges': figure(
      edges?.sharpest,
      'px',
      [1, 64],
      'A tenth of the edges is narrower. From 3 on nothing is in focus.',
    ),
    'variance of Laplacian': figure(
      laplacian,
      'levels²',
      [0, 65_025 * 16],
      'Low when blurred, but also when the contrast is low: read it with the edge width.',
    ),
    'effective resolution': figure(
      detail?.reach,
      '',
      [0, 1],
      'Share of width and height that the detail fills: 1 in a sharp picture, about ½ in one ' +
        'enlarged twofold to threefold or blurred.',
    ),
    'fine detail': figure(
      detail?.highShare,
      '',
      [0, 1],
      'Share of the spectral energy above half the Nyquist frequency.',
    ),
  };
}

function artefactFigures({ blocks, noise }: Measured): Record<string, Figure> {
  return {
    blockiness: figure(
      blocks?.ratio,
      '',
      [0, MAX],
      'Steps on an 8 × 8 grid over steps beside it, wherever the grid begins; 1 = no grid.',
    ),
    noise: figure(
      noise,
      'levels',
      [0, 510],
      'Standard deviation where the picture is flattest, of 255. Fine texture all over counts.',
    ),
  };
}

function toneFigures(tones: Tones): Record<string, Figure> {
  return {
    contrast: figure(
      tones.contrast,
      'levels',
      [0, 127.5],
      'Standard deviation of the grey levels.',
    ),
    'mean level': figure(tones.mean, 'levels', [0, 255], 'Exposure: 0 black, 255 white.'),
    colourfulness: figure(
      tones.colourfulness,
      '',
      [0, 400],
      'Hasler and Süsstrunk 2003: 0 none, 33 moderate, 59 quite, 109 extreme.',
    ),
    ...clippingFigures(tones.white, 'white', 'at 255'),
    ...clippingFigures(tones.black, 'black', 'at 0'),
  };
}

function sizeFigures({ width, height }: Measured): Record<string, Figure> {
  return {
    width: countFigure(width, 'px'),
    height: countFigure(height, 'px'),
    'aspect ratio': figure(width / height, '', [0, MAX], 'Width over height.'),
    megapixels: figure((width * height) / 1e6, 'MP', [0, 100]),
  };
}

function figure(
  value: number | undefined,
  unit: string,
  range: readonly [number, number],
  note?: string,
): Figure {
  return {
    ...(value !== undefined && Number.isFinite(value) && { value }),
    unit,
    range,
    role: 'diagnostic',
    ...(note !== undefined && { note }),
  };
}

function clippingFigures(end: ClippedEnd, name: string, level: string): Record<string, Figure> {
  const figures: Record<string, Figure> = {
    [`pure ${name}`]: shareFigure(
      end.share,
      1,
      'Share of pixels all of whose channels are clipped.',
    ),
  };
  if (end.channels.length === 1) return figures;
  end.channels.forEach((share, i) => {
    figures[`${CHANNELS[i] ?? i} ${level}`] = shareFigure(share, 1);
  });
  return figures;
}
