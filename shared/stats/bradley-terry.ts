/** Strengths that explain who beats whom. */
export interface BradleyTerry {
  /** Logarithms, centred at 0, in the order of the players; P(i beats j) = 1 / (1 + e^(sⱼ − sᵢ)). */
  readonly logStrengths: readonly number[];
}

const MOST_STEPS = 10_000;
const PRECISION = 1e-12;

/**
 * Bradley–Terry strengths by maximum likelihood.
 *
 * @param wins  `wins[i][j]`: how often i beat j; a tie counts half for each
 * @returns undefined when the likelihood has no maximum: unless everyone can be reached from everyone by
 *   a chain of wins, some strength is infinite
 * @source Hunter 2004, MM algorithms for generalized Bradley–Terry models
 */
export function bradleyTerry(wins: readonly (readonly number[])[]): BradleyTerry | undefined {
  const count = wins.length;
  if (count < 2 || !isConnected(wins)) return undefined;
  const won = (one: number, other: number) => wins[one]?.[other] ?? 0;
  let strengths = new Array<number>(count).fill(1);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = strengths.map((own, one) => {
      let [all, share] = [0, 0];
      strengths.forEach((others, other) => {
        if (one === other) return;
        all += won(one, other);
        share += (won(one, other) + won(other, one)) / (own + others);
      });
      return all / share;
    });
    const scale = Math.exp(-next.reduce((sum, own) => sum + Math.log(own), 0) / count);
    const scaled = next.map((own) => own * scale);
    const change = Math.max(
      ...scaled.map((own, at) => Math.abs(Math.log(own / (strengths[at] ?? 1)))),
    );
    strengths = scaled;
    if (change < PRECISION) break;
  }
  return { logStrengths: strengths.map(Math.log) };
}

function isConnected(wins: readonly (readonly number[])[]): boolean {
  const reaches = (start: number, isEdge: (from: number, to: number) => boolean) => {
    const seen = new Set([start]);
    for (const from of seen) {
      wins.forEach((_, to) => {
        if (isEdge(from, to)) seen.add(to);
      });
    }
    return seen.size === wins.length;
  };
  const beats = (from: number, to: number) => (wins[from]?.[to] ?? 0) > 0;
  return reaches(0, beats) && reaches(0, (from, to) => beats(to, from));
}
