const PATIENCE_MS = 4000;
const EVENTS = ['seeked', 'canplay', 'loadeddata', 'loadedmetadata', 'error', 'emptied'] as const;

/**
 * Puts a medium at a time and waits until it can show or play from there; gives up waiting after four
 * seconds, or when it fails.
 */
export async function placeMedium(
  element: HTMLMediaElement,
  ownS: number,
  isForPlaying: boolean,
): Promise<void> {
  if (element.preload === 'none') element.preload = 'auto';
  if (Math.abs(element.currentTime - ownS) > 0.0005) element.currentTime = ownS;
  const enough = isForPlaying
    ? HTMLMediaElement.HAVE_FUTURE_DATA
    : HTMLMediaElement.HAVE_CURRENT_DATA;
  const isReady = () =>
    element.error !== null || (!element.seeking && element.readyState >= enough);
  if (isReady()) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, PATIENCE_MS);
    function done() {
      clearTimeout(timer);
      for (const name of EVENTS) element.removeEventListener(name, look);
      resolve();
    }
    function look() {
      if (isReady()) done();
    }
    for (const name of EVENTS) element.addEventListener(name, look);
  });
}
