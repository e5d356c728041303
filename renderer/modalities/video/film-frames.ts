import { frameDuration } from './frame-clock.ts';
import type { Film } from './frame-step.ts';

const KEPT_TIMES = 60;
const PATIENCE_MS = 2000;
/** How long after its end a jump may be answered by a frame; most answer also with the same one again. */
const ANSWER_MS = 1000;

/** Frames of a video element by their own times, as the browser tells them. */
export interface FilmFrames extends Film {
  /** When the frame began that is shown, once the last jump, whoever made it, is answered. */
  readonly shownS: () => Promise<number>;
  /** How long frames last, once some were seen. */
  readonly frameS: () => number | undefined;
  readonly stop: () => void;
}

/**
 * Frames are told a while after they are shown, so one that is told behind a jump may be from before it:
 * only one that was presented after the jump was asked for is its answer.
 */
export function watchFrames(element: HTMLVideoElement): FilmFrames {
  const times: number[] = [];
  const waiting = new Set<() => void>();
  let shown = 0;
  let presentedMs = -Infinity;
  let askedMs = -Infinity;
  let handle = element.requestVideoFrameCallback(function onFrame(
    _,
    { mediaTime, presentationTime },
  ) {
    shown = mediaTime;
    presentedMs = presentationTime;
    times.push(mediaTime);
    if (times.length > KEPT_TIMES) times.shift();
    for (const tell of waiting) tell();
    handle = element.requestVideoFrameCallback(onFrame);
  });
  const onSeeking = (event: Event) => (askedMs = event.timeStamp);
  element.addEventListener('seeking', onSeeking);

  const standing = () =>
    until(
      PATIENCE_MS,
      () => !element.seeking,
      (look) => {
        element.addEventListener('seeked', look);
        return () => element.removeEventListener('seeked', look);
      },
    );
  async function shownS(): Promise<number> {
    await standing();
    const isAnswered = () => presentedMs >= askedMs;
    await until(ANSWER_MS, isAnswered, (look) => {
      waiting.add(look);
      return () => waiting.delete(look);
    });
    if (!isAnswered()) shown = currentFrameS(element) ?? shown;
    return shown;
  }
  return {
    get durationS() {
      return Number.isFinite(element.duration) ? element.duration : 0;
    },
    shownS,
    frameS: () => frameDuration([...new Set(times)].sort((a, b) => a - b)),
    async showAt(timeS) {
      // a frame of a jump under way could be presented behind this one
      await standing();
      element.currentTime = timeS;
      return shownS();
    },
    stop: () => {
      element.cancelVideoFrameCallback(handle);
      element.removeEventListener('seeking', onSeeking);
    },
  };
}

/** What the element shows, where the browser can be asked for it. */
function currentFrameS(element: HTMLVideoElement): number | undefined {
  if (typeof VideoFrame === 'undefined') return undefined;
  try {
    const frame = new VideoFrame(element);
    const timeS = frame.timestamp / 1e6;
    frame.close();
    return timeS;
  } catch {
    return undefined; // there is none, e.g. in a file with sound only
  }
}

/** Waits until it is so, looking whenever `watch` calls, or so long. */
function until(
  ms: number,
  isSo: () => boolean,
  watch: (look: () => void) => () => unknown,
): Promise<void> {
  if (isSo()) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    const end = watch(() => isSo() && done());
    function done() {
      clearTimeout(timer);
      end();
      resolve();
    }
  });
}
