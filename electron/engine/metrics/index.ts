import { MetricDescriptor } from '../../../shared/model/score.ts';
import { ics, sqcs } from './composites.ts';
import { lenientStructure } from './lenient-structure.ts';
import { lexicalBaseline } from './lexical-baseline.ts';
import { strictStructure } from './strict-structure.ts';

/** The metrics that Loupe computes itself when it reads a response. One line each. */
export const computedMetrics = [strictStructure, lenientStructure] as const;

const PAPER = 'arXiv:2603.05075, UniM Evaluation Suite';
const judged = (
  id: string,
  title: string,
  scope: 'response' | 'item',
  note: string,
): MetricDescriptor => ({
  id,
  version: 0,
  label: id,
  title,
  scope,
  range: [0, 1],
  better: 'higher',
  source: PAPER,
  note,
});

/** Metrics whose figures come from imported result files or from runs; version 0 marks that. */
const semanticCorrectness = judged(
  'SC',
  'Semantic correctness',
  'response',
  'A judge’s 1–5 of what the response means against the reference, by a run or imported.',
);
const generationQuality = judged(
  'GQ',
  'Generation quality',
  'item',
  'No-reference quality of one item, imported or computed by a run. The official image score ' +
    'spans about five points on real pictures and likes a flat colour best: look at the parts.',
);
const holisticCoherence = judged(
  'HC',
  'Holistic coherence',
  'response',
  'A judge’s 1–5 of how the parts fit the task and each other, by a run or imported.',
);
const stylisticHarmony = judged(
  'SH',
  'Stylistic harmony',
  'response',
  'A judge’s 1–5 of how alike it is said and shown throughout, by a run or imported.',
);

/** Every metric that may have figures, in the order in which tables list them. */
export function listMetrics(): MetricDescriptor[] {
  return [
    strictStructure,
    lenientStructure,
    sqcs,
    semanticCorrectness,
    generationQuality,
    ics,
    holisticCoherence,
    stylisticHarmony,
    lexicalBaseline,
  ].map((metric) => MetricDescriptor.parse(metric));
}
