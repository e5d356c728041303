import { COUNTED_MODALITIES } from '../model/modality.ts';
import type { ModalityCounts } from '../model/content.ts';
import type { ModalityMatch } from '../model/structure.ts';

/**
 * The arithmetic behind StS and LeS: one line for each modality of M', those that stand in the
 * reference or in the response, in the order of `MODALITIES`.
 *
 * TP = min(g, p); precision = TP/p, recall = TP/g, F1 = 2·TP/(g + p); a fraction over 0 is 0.
 *
 * @source arXiv:2603.05075, Response Structure Integrity
 */
export function matchStructure(
  reference: ModalityCounts,
  response: ModalityCounts,
): ModalityMatch[] {
  const present = COUNTED_MODALITIES.filter((m) => (reference[m] ?? 0) + (response[m] ?? 0) > 0);
  const referenceTypes = present.filter((m) => (reference[m] ?? 0) > 0).length;
  return present.map((modality) => {
    const expected = reference[modality] ?? 0;
    const found = response[modality] ?? 0;
    const matched = Math.min(expected, found);
    const f1 = (2 * matched) / (expected + found);
    return {
      modality,
      expected,
      found,
      missing: expected - matched,
      redundant: found - matched,
      precision: found === 0 ? 0 : matched / found,
      recall: expected === 0 ? 0 : matched / expected,
      f1,
      stsCost: (1 - f1) / present.length,
      lesCost: expected > 0 && found === 0 ? 1 / referenceTypes : 0,
    };
  });
}

/** StS = (1/|M'|) Σ F1 over M'; 1 when neither side has tags. In [0, 1], higher is better. */
export function strictStructure(reference: ModalityCounts, response: ModalityCounts): number {
  let sum = 0;
  let present = 0;
  for (const modality of COUNTED_MODALITIES) {
    const expected = reference[modality] ?? 0;
    const found = response[modality] ?? 0;
    if (expected + found === 0) continue;
    present += 1;
    sum += (2 * Math.min(expected, found)) / (expected + found);
  }
  return present === 0 ? 1 : sum / present;
}

/** LeS = |types(reference) ∩ types(response)| / |types(reference)|; 1 when the reference has no tags. */
export function lenientStructure(reference: ModalityCounts, response: ModalityCounts): number {
  let types = 0;
  let shared = 0;
  for (const modality of COUNTED_MODALITIES) {
    if ((reference[modality] ?? 0) === 0) continue;
    types += 1;
    if ((response[modality] ?? 0) > 0) shared += 1;
  }
  return types === 0 ? 1 : shared / types;
}
