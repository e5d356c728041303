import { showAllCards } from '../media-card/near-viewport.ts';
import { stillVideos } from './still-videos.ts';

/** What is not there by then is left as it is: a broken file must not keep the rest from being shown. */
const AT_LATEST_MS = 12_000;
const LOOK_MS = 100;
/** A viewer is built when its card has rested, at most so long; until then nothing says that it is coming. */
const FIRST_LOOK_MS = 600;
const ON_ITS_WAY = '[data-placeholder],[data-status="loading"],[data-waveform="loading"]';

/**
 * Builds all viewers inside `root`, also those far from what is seen, and waits until they show
 * something; films become pictures.
 *
 * @returns what takes that back
 */
export async function showWhole(root: HTMLElement): Promise<() => void> {
  const release = showAllCards();
  try {
    await wait(FIRST_LOOK_MS);
    const end = performance.now() + AT_LATEST_MS;
    while (!isComplete(root) && performance.now() < end) await wait(LOOK_MS);
    await document.fonts.ready;
    const unstill = stillVideos(root);
    return () => {
      unstill();
      release();
    };
  } catch (error) {
    release();
    throw error;
  }
}

function isComplete(root: HTMLElement): boolean {
  if (root.querySelector(ON_ITS_WAY) !== null) return false;
  if ([...root.querySelectorAll('img')].some((image) => image.src !== '' && !image.complete))
    return false;
  return [...root.querySelectorAll('video')].every(
    (video) => video.error !== null || video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
  );
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
