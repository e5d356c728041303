import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFrames } from './film-frames.ts';

/** What of a video element tells its frames; the test says when a seek ends and when a frame is told. */
class Picture extends EventTarget {
  readonly duration = 2;
  seeking = false;
  readonly jumps: number[] = [];
  #callback: VideoFrameRequestCallback | undefined;

  set currentTime(timeS: number) {
    this.jumps.push(timeS);
    this.seeking = true;
    this.dispatchEvent(new Event('seeking'));
  }

  endSeek(): void {
    this.seeking = false;
    this.dispatchEvent(new Event('seeked'));
  }

  tell(mediaTime: number, presentationTime: number): void {
    this.#callback?.(0, { mediaTime, presentationTime } as VideoFrameCallbackMetadata);
  }

  requestVideoFrameCallback(callback: VideoFrameRequestCallback): number {
    this.#callback = callback;
    return 1;
  }
}

function watched() {
  const picture = new Picture();
  return { picture, frames: watchFrames(picture as unknown as HTMLVideoElement) };
}

/** Lets everything happen that waits for nothing but its turn. */
const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a frame of the jump before, told late, is not the answer of this one', async () => {
  const { picture, frames } = watched();
  picture.currentTime = 0.045;
  picture.endSeek();
  const beforeMs = performance.now();

  const found = vi.fn();
  const step = frames.showAt(0.039).then(found);
  await turn();
  picture.tell(0.04, beforeMs);
  picture.endSeek();
  await turn();
  expect(picture.jumps).toEqual([0.045, 0.039]);
  expect(found).not.toHaveBeenCalled();

  picture.tell(0, performance.now());
  await step;
  expect(found).toHaveBeenCalledExactlyOnceWith(0);
});

test('a frame that is told before the seek has ended is its answer all the same', async () => {
  const { picture, frames } = watched();
  const found = frames.showAt(1);
  await turn();
  picture.tell(0.96, performance.now());
  picture.endSeek();

  expect(await found).toBe(0.96);
});

test('a jump under way is let end before the next one', async () => {
  const { picture, frames } = watched();
  picture.currentTime = 0.5;
  const found = frames.showAt(1);
  await turn();
  expect(picture.jumps).toEqual([0.5]);

  picture.endSeek();
  await turn();
  expect(picture.jumps).toEqual([0.5, 1]);
  picture.endSeek();
  picture.tell(0.96, performance.now());
  expect(await found).toBe(0.96);
});

test('the frame that is shown is told once a jump made by somebody else is answered', async () => {
  const { picture, frames } = watched();
  picture.tell(0, performance.now());
  expect(await frames.shownS()).toBe(0);

  picture.currentTime = 1;
  const shown = frames.shownS();
  picture.endSeek();
  await turn();
  picture.tell(0.96, performance.now());
  expect(await shown).toBe(0.96);
});

test('where no frame answers in time the element is asked what it shows', async () => {
  const close = vi.fn();
  vi.stubGlobal('VideoFrame', function (this: object) {
    Object.assign(this, { timestamp: 960_000, close });
  });
  const { picture, frames } = watched();
  picture.tell(0, performance.now());
  const found = frames.showAt(1);
  await turn();
  picture.endSeek();
  await turn();
  await vi.runAllTimersAsync();

  expect(await found).toBe(0.96);
  expect(close).toHaveBeenCalledOnce();
});
