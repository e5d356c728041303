/** What is known of a video before a frame is decoded. */
export interface VideoProbe {
  /** As coded; a rotation for display is not applied. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly durationS?: number;
  /** Mean over the file, as its header says. */
  readonly frameRate?: number;
  readonly frameCount?: number;
  readonly codec?: string;
  readonly hasAudio: boolean;
}

/** Which frames of a stretch a tap gives; counted from 0 at the beginning of the stretch. */
export type FrameChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'every'; readonly step: number }
  | { readonly kind: 'listed'; readonly indices: readonly number[] };

/** One way in which frames are wanted; several taps share one decode. */
export interface FrameTap {
  readonly format: 'gray' | 'rgb24';
  readonly width: number;
  readonly height: number;
  readonly choice: FrameChoice;
  /** `data` has width · height · (1 or 3) bytes and is used again after the call: copy what is kept. */
  readonly onFrame: (data: Uint8Array) => void;
}

/** A stretch of a video. Seeking goes to the first frame at or behind `startS`. */
export interface Stretch {
  readonly startS: number;
  /** Absent: to the end. */
  readonly durationS?: number;
}

/** How a decode went. */
export interface DecodeReport {
  /** Presentation times in seconds of all frames of the stretch, from its beginning. */
  readonly timesS: readonly number[];
  /** Parts that the decoder found damaged, as far as it tells. */
  readonly damaged: number;
  readonly isTimedOut: boolean;
  /** The decoder's last words, when it gave up. */
  readonly failure?: string;
}

/** A decoder of video. */
export interface FrameBackend {
  readonly id: 'node-av' | 'ffmpeg';
  /** @returns undefined when the file holds no picture track that can be decoded */
  readonly probe: (path: string) => Promise<VideoProbe | undefined>;
  /** Decodes a stretch once and gives frames to every tap, in order. Never throws for a bad file. */
  readonly decode: (
    path: string,
    stretch: Stretch,
    taps: readonly FrameTap[],
    timeLimitMs: number,
  ) => Promise<DecodeReport>;
}

/** Bytes of one frame of a tap. */
export const frameBytes = ({ width, height, format }: FrameTap): number =>
  width * height * (format === 'rgb24' ? 3 : 1);
