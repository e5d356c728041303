// What a captioner is given of an item. Preparing it never throws for a bad file, never enlarges
// anything and never runs what is in it; the same file under the same limits gives the same bytes.
import type { CaptionedModality, EndpointTakes } from '../../../shared/model/endpoint.ts';
import type { ChatPart } from '../judges/define.ts';
import type { Unscored } from '../media/decode/decoded.ts';

/** Raised whenever the same file would be prepared otherwise. */
export const CAPTION_INPUT_VERSION = 1;

/** An item as its captioner gets it: a file, or text that stands in the record (code). */
export type CaptionSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'inline'; readonly text: string; readonly language?: string | undefined };

/** How much of an item is sent, and in which form. */
export interface CaptionLimits {
  readonly takes: Pick<EndpointTakes, 'image' | 'audio' | 'video'>;
  /** Longer side of every picture sent, pixels. */
  readonly imageSidePx: number;
  /** Frames of an animation or of a video that is sent as pictures. */
  readonly frames: number;
  /** Longer side of those, pixels. */
  readonly frameSidePx: number;
  /** Pages of a document that are sent as pictures. */
  readonly pages: number;
  /** Characters of code or of a document's text. */
  readonly textCharacters: number;
  readonly audioSeconds: number;
  /** A larger recording is decoded and sent as WAV, a larger video as frames. */
  readonly mediaBytes: number;
}

/** Limits where the project sets none. */
export const DEFAULT_CAPTION_LIMITS: Omit<CaptionLimits, 'takes'> = {
  imageSidePx: 1024,
  frames: 12,
  frameSidePx: 768,
  pages: 4,
  textCharacters: 40_000,
  audioSeconds: 600,
  mediaBytes: 20_000_000,
};

/**
 * The limits for an endpoint.
 *
 * @param takes  undefined when it was never tested: pictures and sound are then tried, video is not
 */
export function captionLimits(
  takes: CaptionLimits['takes'] | undefined,
  own: Partial<Omit<CaptionLimits, 'takes'>> = {},
): CaptionLimits {
  const { image, audio, video } = takes ?? { image: true, audio: true, video: false };
  return { ...DEFAULT_CAPTION_LIMITS, ...own, takes: { image, audio, video } };
}

const MINUTE = 60_000;
/** How long a worker may take to prepare one item; generous on a slow machine. */
export const PREPARE_TIME_LIMIT_MS: Readonly<Record<CaptionedModality, number>> = {
  image: 2 * MINUTE,
  document: 3 * MINUTE,
  code: MINUTE,
  audio: 3 * MINUTE,
  video: 5 * MINUTE,
  threeD: 5 * MINUTE,
};

/** An item ready to be put into a question. */
export interface PreparedCaption {
  readonly status: 'prepared';
  /** In the order in which they are sent. Text parts are labels of ours and content of the item. */
  readonly parts: readonly ChatPart[];
  /** Known without a model, for people and for the prompt, e.g. `size` → `1,920 × 1,080 pixels`. */
  readonly facts: Readonly<Record<string, string>>;
  /** What was left out or changed, sentences for people. */
  readonly notes: readonly string[];
}

export type CaptionInput = PreparedCaption | Unscored;

/** Prepares items of one modality. Never throws for a bad file. */
export type CaptionPreparer = (
  source: CaptionSource,
  limits: CaptionLimits,
) => Promise<CaptionInput>;

/** A number for people, e.g. `12,345`; the same on every computer. */
export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** `1,920 × 1,080 pixels` */
export const formatPixels = (width: number, height: number): string =>
  `${formatCount(width)} × ${formatCount(height)} pixels`;

/** `75.3 s`, from ten minutes on `12:34 min`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 600) return `${Number(seconds.toFixed(seconds < 10 ? 2 : 1))} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} min`;
}
