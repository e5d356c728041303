import { frameDuration } from './frame-clock.ts';
import type { Film } from './frame-step.ts';

const KEPT_TIMES = 60;
const PATIENCE_MS = 2000;
/** A jump is answered by a frame, also by the same one again; what is shown this long after counts. */
const ANSWER_MS = 1000;

/** Frames of a video element by their own times, as the browser tells them. */
export interface FilmFrames extends Film {
  /** When the frame began that is shown. */
  readonly shownS: () => number;
  /** How long frames last, once some were seen. */
  readonly frameS: () => number | undefined;
  readonly stop: () => void;
}

/** @param onShown  a frame was shown while the film stood still */
export function watchFrames(element: HTMLVideoElement, onShown?: () => void): FilmFrames {
  const times: number[] = [];
  const waiting = new Set<() => void>();
  let shown = 0;
  let handle = element.requestVideoFrameCallback(function onFrame(_, { mediaTime }) {
    shown = mediaTime;
    times.push(mediaTime);
    if (times.length > KEPT_TIMES) times.shift();
    for (const tell of waiting) tell();
    if (element.paused) onShown?.();
    handle = element.requestVideoFrameCallback(onFrame);
  });
  return {
    get durationS() {
      return Number.isFinite(element.duration) ? element.duration : 0;
    },
    shownS: () => shown,
    frameS: () => frameDuration([...new Set(times)].sort((a, b) => a - b)),
    async showAt(timeS) {
      const told = within(PATIENCE_MS, (done) => {
        waiting.add(done);
        return () => waiting.delete(done);
      });
      await within(PATIENCE_MS, (done) => {
        element.addEventListener('seeked', done, { once: true });
        element.currentTime = timeS;
        return () => element.removeEventListener('seeked', done);
      });
      await Promise.race([told, within(ANSWER_MS, () => () => undefined)]);
      return shown;
    },
    stop: () => element.cancelVideoFrameCallback(handle),
  };
}

/** Waits until `begin`'s callback is called, or so long. */
function within(ms: number, begin: (done: () => void) => () => unknown): Promise<void> {
  return new Promise((resolve) => {
    let end: () => unknown = () => undefined;
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      end();
      resolve();
    }
    end = begin(done);
  });
}
