// To the neighbouring frame of a film whose frames may last differently long. A page cannot ask when the
// next frame begins; it can only go to a time and see which frame is shown there, and when that one began.

/** A film that shows the frame of any time. */
export interface Film {
  readonly durationS: number;
  /** Goes there. @returns when the frame began that is now shown */
  readonly showAt: (timeS: number) => Promise<number>;
}

const UNKNOWN_FRAME_S = 1 / 25;
const EDGE_S = 0.001;
const MOST_LOOKS = 8;

/**
 * Shows the frame before or behind.
 *
 * @param shownS  when the frame began that is shown
 * @param frameS  how long the shortest frames last; undefined when not known, which takes more looks
 * @returns when the frame began that is shown now; the same one at either end
 */
export async function stepFrame(
  film: Film,
  shownS: number,
  direction: 1 | -1,
  frameS: number | undefined,
): Promise<number> {
  // whatever frame is shown right before this one began is the one before
  if (direction === -1) return shownS <= EDGE_S ? shownS : film.showAt(shownS - EDGE_S);
  const usualS = frameS ?? UNKNOWN_FRAME_S;
  let targetS = shownS + 1.5 * usualS;
  let found = await film.showAt(Math.min(targetS, film.durationS));
  for (let look = 0; look < MOST_LOOKS && found <= shownS + EDGE_S; look++) {
    if (targetS >= film.durationS) return found; // it was the last one
    targetS += usualS * 2 ** look; // this one lasts longer than usual
    found = await film.showAt(Math.min(targetS, film.durationS));
  }
  for (
    let look = 0;
    look < MOST_LOOKS && (frameS === undefined || found - shownS > 1.2 * frameS);
    look++
  ) {
    // there may be others in between
    const before = await film.showAt(found - EDGE_S);
    if (before <= shownS + EDGE_S) return film.showAt(Math.min(found + EDGE_S, film.durationS));
    found = before;
  }
  return found;
}
