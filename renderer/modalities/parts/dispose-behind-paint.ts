// Taking down players and 3D tiles costs frames. Whoever steps to the next instance sees it first: what
// belongs to the one that was left goes behind the paint, one thing at a time.

const due: (() => void)[] = [];
let isRunning = false;
/** From when the frame is begun until it is on the screen, in software rendering. */
const BEHIND_PAINT_MS = 50;
/** A page that is not shown paints nothing; what is due goes all the same. */
const AT_LATEST_MS = 300;

/**
 * Disposes at once while `element` stands in the page, for then something else comes in its place;
 * behind the next paint when it is gone already. Sound must have been stopped by the caller.
 */
export function disposeBehindPaint(element: Element | null, dispose: () => void): void {
  if (element?.isConnected === true) {
    dispose();
    return;
  }
  due.push(dispose);
  if (isRunning) return;
  isRunning = true;
  let isStarted = false;
  const start = () => {
    if (isStarted) return;
    isStarted = true;
    clearTimeout(timer);
    setTimeout(disposeNext, BEHIND_PAINT_MS);
  };
  const timer = setTimeout(start, AT_LATEST_MS);
  // the second frame begins when the first has been handed over
  requestAnimationFrame(() => requestAnimationFrame(start));
}

function disposeNext(): void {
  const next = due.shift();
  if (next === undefined) {
    isRunning = false;
    return;
  }
  try {
    next();
  } finally {
    setTimeout(disposeNext);
  }
}
