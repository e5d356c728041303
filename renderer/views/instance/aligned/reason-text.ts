import type { AlignmentReason, AlignmentSimilarity } from '../../../../shared/model/alignment.ts';

/** Why something stands where it does. */
export interface Why {
  readonly reason?: AlignmentReason | undefined;
  readonly similarity?: AlignmentSimilarity | undefined;
}

/** A likeness with what told it, e.g. `alike by caption 0.74`. */
export function likeness({ value, by }: AlignmentSimilarity): string {
  return `alike by ${by} ${value.toFixed(2)}`;
}

/** A sentence for people: why a cell is paired, or that it is not. */
export function reasonText({ reason, similarity }: Why, centreLabel: string): string {
  const alike = similarity === undefined ? '' : likeness(similarity);
  const and = alike === '' ? '' : `, ${alike}`;
  switch (reason) {
    case undefined:
      return `Has no partner in ${centreLabel}`;
    case 'order':
      return `Paired by order${and}`;
    case 'similarity':
      return `Paired because ${alike}`;
    case 'place':
      return `Paired by its place between what is paired${and}`;
    case 'tag':
      return 'Paired by its tag';
    case 'hand':
      return `Paired by hand${and}`;
    case 'moved':
      return `Has another place here than in ${centreLabel}${and}`;
  }
}
