import type { TimeRange } from './group-time.ts';

/** What a view shows of a transport. A new object whenever something changes. */
export interface TransportState {
  readonly positionS: number;
  readonly durationS: number;
  readonly isPlaying: boolean;
  readonly rate: number;
  readonly isLooping: boolean;
  /** Repeated while looping; else everything is. */
  readonly region: TimeRange | undefined;
  /** Whose sound is heard. */
  readonly heard: string | undefined;
  readonly isMuted: boolean;
  readonly tracks: Readonly<Record<string, TrackState>>;
}

/** One medium on the group's clock. */
export interface TrackState {
  readonly offsetS: number;
  /** Where it begins on the group's clock. */
  readonly startS: number;
  readonly durationS: number;
  /** Why it cannot play, as a sentence. */
  readonly failure: string | undefined;
}
