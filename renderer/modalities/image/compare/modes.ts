import type { Part } from '../zoom.ts';
import type { FitKind } from './frame-fit.ts';

/** Ways to compare pictures, in the order of their keys 1 to 4. */
export const MODES = [
  { id: 'side', label: 'Side by side' },
  { id: 'swipe', label: 'Swipe' },
  { id: 'onion', label: 'Onion skin' },
  { id: 'difference', label: 'Difference' },
] as const;
export type Mode = (typeof MODES)[number]['id'];

export const GAINS = [1, 2, 4, 8, 16, 32] as const;

/** How two pictures are laid over each other. */
export interface OverlayChoices {
  /** Where the swipe line stands in what is seen, in [0, 1]. */
  readonly split: number;
  /** Of the upper picture in an onion skin, in [0, 1]. */
  readonly opacity: number;
  /** By how much differences are amplified. */
  readonly gain: number;
  readonly fit: FitKind;
}

export const FIRST_CHOICES: OverlayChoices = { split: 0.5, opacity: 0.5, gain: 4, fit: 'shape' };

const clip = (share: number) => Math.min(1, Math.max(0, Math.round(share * 1000) / 1000));

/** Beside a marked part the swipe line leaves this much of what is seen. */
const MARGIN = 0.01;

/**
 * Where the swipe line stands so that a part of a picture is on the picture's own side of it.
 *
 * @param part  in shares of the frame
 * @param isTop  whether it is of the picture right of the line
 * @param isFitted  whether all of the frame is seen
 */
export function splitBeside(split: number, part: Part, isTop: boolean, isFitted: boolean): number {
  if (!isFitted) return isTop ? 0 : 1;
  return isTop
    ? clip(Math.min(split, part.x - MARGIN))
    : clip(Math.max(split, part.x + part.w + MARGIN));
}

/** What an arrow does in a mode: the swipe line, the opacity or the amplification moves by one step. */
export function nudge(choices: OverlayChoices, mode: Mode, by: 1 | -1): OverlayChoices {
  switch (mode) {
    case 'side':
      return choices;
    case 'swipe':
      return { ...choices, split: clip(choices.split + by * 0.02) };
    case 'onion':
      return { ...choices, opacity: clip(choices.opacity + by * 0.05) };
    case 'difference': {
      const gain = by === 1 ? choices.gain * 2 : choices.gain / 2;
      return { ...choices, gain: Math.min(32, Math.max(1, gain)) };
    }
  }
}
