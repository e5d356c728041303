// Times of a group of media on one clock. Zero is where the earliest of them begins. Pure.

/** Place of one medium on the group's clock. */
export interface TrackTime {
  /** Begins so many seconds later than it would by itself; may be negative. */
  readonly offsetS: number;
  /** 0 while it is not known, and for clips without length. */
  readonly durationS: number;
}

/** A stretch of the group's clock. */
export interface TimeRange {
  readonly fromS: number;
  readonly toS: number;
}

/** What is left of a clip's end where nothing can be played any more. */
const END_S = 0.03;

/** Where on the group's clock a medium begins. */
export function startOf(track: TrackTime, all: readonly TrackTime[]): number {
  return track.offsetS - Math.min(...all.map(({ offsetS }) => offsetS));
}

export function groupDuration(all: readonly TrackTime[]): number {
  return Math.max(0, ...all.map((track) => startOf(track, all) + track.durationS));
}

/** True while a medium has something to play at its own time. */
export function isPlayingTime(track: TrackTime, ownS: number): boolean {
  return ownS >= 0 && ownS < track.durationS - END_S;
}

/** In order, inside the group, and long enough to hear; undefined when it is a click. */
export function regionBetween(oneS: number, otherS: number, durationS: number) {
  const fromS = Math.max(0, Math.min(oneS, otherS));
  const toS = Math.min(durationS, Math.max(oneS, otherS));
  return toS - fromS < 0.05 ? undefined : { fromS, toS };
}
