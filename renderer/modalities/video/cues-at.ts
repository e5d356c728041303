import type { Cue } from '../../../shared/model/captions.ts';

/**
 * What is said at a time, the one that began first on top.
 *
 * @param cues  in the order of their beginnings; a cue holds its beginning, not its end
 */
export function cuesAt(cues: readonly Cue[], timeMs: number): readonly Cue[] {
  return cues.filter(({ fromMs, toMs }) => fromMs <= timeMs && timeMs < toMs);
}
