/** A beginning must have so many letters to stand for the word. */
const SHORTEST_BEGINNING = 3;

/**
 * The candidate that a mistyped word was most likely meant to be: fewest letters changed, swapped, left
 * out or put in, whatever the case; none when more than a third would have to be changed. Else the only
 * one that begins so.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const all = [...new Set(candidates)];
  const similar = mostSimilar(word, all);
  if (similar !== undefined || word.length < SHORTEST_BEGINNING) return similar;
  const beginning = all.filter((each) => each.toLowerCase().startsWith(word.toLowerCase()));
  return beginning.length === 1 ? beginning[0] : undefined;
}

function mostSimilar(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 3));
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (Math.abs(other.length - wanted.length) > most) continue;
    const found = distance(wanted, other);
    if (found <= most && (best === undefined || found < best.distance)) {
      best = { candidate, distance: found };
    }
  }
  return best?.candidate;
}

/** Damerau–Levenshtein distance, neighbours swapped counting once (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(
        (row[j - 1] ?? 0) + 1,
        (last[j] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row[j] = least;
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
