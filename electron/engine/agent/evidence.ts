import type { Evidence } from '../../../shared/model/agent.ts';

/** Longest piece of evidence that a model is given. */
const LONGEST = 20_000;

/** Evidence as a prompt gets it: each with its id. */
export function sayEvidence(evidence: readonly Evidence[]): string {
  return evidence.map(({ id, text }) => `[${id}]\n${text.slice(0, LONGEST)}`).join('\n\n');
}

/** Of the ids that a reply names, those that there are, each once. */
export function knownIds(named: readonly string[], evidence: readonly Evidence[]): string[] {
  const known = new Set(evidence.map(({ id }) => id));
  return [...new Set(named)].filter((id) => known.has(id));
}
