import { DIFFICULTY_LABELS, FIELDS, type FieldId } from '../../../shared/model/dataset.ts';
import { UNKNOWN_VALUE, type FacetId } from '../../../shared/model/filter.ts';
import { isModalityId, MODALITIES } from '../../../shared/model/modality.ts';

export const FACET_LABELS: Readonly<Record<FacetId, string>> = {
  field: 'Field',
  subdomain: 'Subdomain',
  difficulty: 'Difficulty',
  inputModality: 'Input has',
  outputModality: 'Output has',
  combination: 'Combination',
  capability: 'Capability',
  tag: 'Tag',
  flagged: 'Flagged',
  annotated: 'Annotated',
  mark: 'Structure has',
  scoreState: 'Figures',
  rated: 'Rated',
};

const FLAGGED_LABELS = new Map([
  ['yes', 'Flagged'],
  ['no', 'Not flagged'],
]);
const ANNOTATED_LABELS = new Map([
  ['tag', 'With a tag'],
  ['note', 'With a note'],
  ['none', 'Neither'],
]);

const MARK_LABELS = new Map([
  ['missing', 'Missing items'],
  ['redundant', 'Redundant items'],
  ['wrongType', 'Items of a wrong type'],
  ['dangling', 'Dangling tags'],
  ['orphan', 'Orphan items'],
  ['none', 'None of these'],
]);

const SCORE_STATE_LABELS = new Map([
  ['complete', 'Complete'],
  ['partial', 'Some missing'],
  ['none', 'None yet'],
  ['failed', 'Scoring failed'],
  ['noResponse', 'No response'],
]);
const RATED_LABELS = new Map([
  ['yes', 'Rated by a person'],
  ['no', 'Not rated'],
]);

/** `computer_science` → `Computer science`. */
export function humanise(id: string): string {
  const words = id.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A facet's value as people read it. */
export function facetValueLabel(facet: FacetId, value: string): string {
  if (value === UNKNOWN_VALUE) return 'Not stated';
  switch (facet) {
    case 'field':
      return Object.hasOwn(FIELDS, value) ? FIELDS[value as FieldId].label : humanise(value);
    case 'difficulty':
      return value in DIFFICULTY_LABELS
        ? humanise(DIFFICULTY_LABELS[Number(value) as keyof typeof DIFFICULTY_LABELS])
        : value;
    case 'inputModality':
    case 'outputModality':
      return isModalityId(value) ? MODALITIES[value].label : humanise(value);
    case 'combination':
      return value.replaceAll('threeD', '3D').replaceAll('+', ' + ');
    case 'flagged':
      return FLAGGED_LABELS.get(value) ?? humanise(value);
    case 'annotated':
      return ANNOTATED_LABELS.get(value) ?? humanise(value);
    case 'mark':
      return MARK_LABELS.get(value) ?? humanise(value);
    case 'scoreState':
      return SCORE_STATE_LABELS.get(value) ?? humanise(value);
    case 'rated':
      return RATED_LABELS.get(value) ?? humanise(value);
    case 'tag': // a tag that is in no list; the others are named by `use-facet-label.ts`
      return humanise(value.replaceAll('-', ' '));
    case 'subdomain':
    case 'capability':
      return humanise(value);
  }
}
