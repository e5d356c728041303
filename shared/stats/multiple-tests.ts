/**
 * Probabilities after Holm's correction, in the order given: the chance of one false discovery or more
 * stays below the level.
 */
export function holm(probabilities: readonly number[]): number[] {
  const adjusted = new Array<number>(probabilities.length).fill(1);
  let most = 0;
  inOrder(probabilities).forEach((at, place) => {
    most = Math.max(most, (probabilities[at] ?? 1) * (probabilities.length - place));
    adjusted[at] = Math.min(1, most);
  });
  return adjusted;
}

/** After Benjamini and Hochberg: the share of false discoveries stays below the level. */
export function benjaminiHochberg(probabilities: readonly number[]): number[] {
  const adjusted = new Array<number>(probabilities.length).fill(1);
  const count = probabilities.length;
  let least = 1;
  inOrder(probabilities)
    .reverse()
    .forEach((at, place) => {
      least = Math.min(least, (probabilities[at] ?? 1) * (count / (count - place)));
      adjusted[at] = least;
    });
  return adjusted;
}

/** Places of the probabilities, the smallest first. */
function inOrder(probabilities: readonly number[]): number[] {
  return probabilities
    .map((_, at) => at)
    .sort((a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0));
}
