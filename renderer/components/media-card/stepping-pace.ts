// How fast somebody goes from instance to instance, told by when their cards come: who looks at one
// sees its viewers soon, who runs over many pays for none of them.
const SAME_WAVE_MS = 50;
const QUICK_MS = 700;

/** Milliseconds that a card rests before its viewer is built. */
export interface Rest {
  readonly heavy: number;
  readonly light: number;
  /** More, for one that is near but not in sight. */
  readonly unseen: number;
}

const CALM: Rest = { heavy: 140, light: 80, unseen: 200 };
const QUICK: Rest = { heavy: 320, light: 260, unseen: 200 };

let wave = { at: -Infinity, isQuick: false };

/** The rest of a card that is mounted now; cards of one instance get the same. */
export function restOfCard(now = performance.now()): Rest {
  if (now - wave.at > SAME_WAVE_MS) wave = { at: now, isQuick: now - wave.at < QUICK_MS };
  return wave.isQuick ? QUICK : CALM;
}
