import { lenientStructure as lesOf } from '../../../shared/interleave/structure.ts';
import type { Outcome } from '../../../shared/model/score.ts';
import { defineMetric } from './define.ts';
import type { StructureInput } from './strict-structure.ts';

export const lenientStructure = defineMetric({
  id: 'LeS',
  version: 1,
  label: 'LeS',
  title: 'Lenient structure score',
  scope: 'response',
  range: [0, 1],
  better: 'higher',
  source: 'arXiv:2603.05075, Response Structure Integrity',
  note: 'Share of the reference’s modalities that the response holds at all. Needs no model.',
  score: ({ reference, response }: StructureInput): Outcome => ({
    status: 'scored',
    value: lesOf(reference, response),
  }),
});
