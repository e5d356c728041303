import { strictStructure as stsOf } from '../../../shared/interleave/structure.ts';
import type { ModalityCounts } from '../../../shared/model/content.ts';
import type { Outcome } from '../../../shared/model/score.ts';
import { defineMetric } from './define.ts';

/** What both structure metrics look at: generated items per modality on either side. */
export interface StructureInput {
  readonly reference: ModalityCounts;
  readonly response: ModalityCounts;
}

export const strictStructure = defineMetric({
  id: 'StS',
  version: 1,
  label: 'StS',
  title: 'Strict structure score',
  scope: 'response',
  range: [0, 1],
  better: 'higher',
  source: 'arXiv:2603.05075, Response Structure Integrity',
  note: 'Mean F1 of item counts over the modalities that reference or response hold. Needs no model.',
  score: ({ reference, response }: StructureInput): Outcome => ({
    status: 'scored',
    value: stsOf(reference, response),
  }),
});
