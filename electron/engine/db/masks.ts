import { MODALITY_IDS, type ModalityId } from '../../../shared/model/modality.ts';
import type { ModalityCounts } from '../../../shared/model/content.ts';

/** A set of modalities as a number: bit n stands for the nth of `MODALITY_IDS`. */
export function maskOf(counts: ModalityCounts): number {
  let mask = 0;
  MODALITY_IDS.forEach((modality, bit) => {
    if ((counts[modality] ?? 0) > 0) mask |= 1 << bit;
  });
  return mask;
}

/** The same of a list. */
export function maskOfAll(modalities: readonly ModalityId[]): number {
  return modalities.reduce((mask, modality) => mask | (1 << MODALITY_IDS.indexOf(modality)), 0);
}

/** The inverse, in the order of `MODALITY_IDS`. */
export function modalitiesOf(mask: number): ModalityId[] {
  return MODALITY_IDS.filter((_, bit) => (mask & (1 << bit)) !== 0);
}
