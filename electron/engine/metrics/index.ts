import { MetricDescriptor } from '../../../shared/model/score.ts';
import { lenientStructure } from './lenient-structure.ts';
import { strictStructure } from './strict-structure.ts';

/** The metrics that Loupe computes itself. One line each. */
export const computedMetrics = [strictStructure, lenientStructure] as const;

const PAPER = 'arXiv:2603.05075, UniM Evaluation Suite';
const imported = (
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
export const importedMetrics: readonly MetricDescriptor[] = [
  imported(
    'SC',
    'Semantic correctness',
    'response',
    'A judge’s 1–5 against the reference, as imported.',
  ),
  imported(
    'GQ',
    'Generation quality',
    'item',
    'No-reference quality of one item, imported or computed by a run. The official image score ' +
      'spans about five points on real pictures and likes a flat colour best: look at the parts.',
  ),
  imported('HC', 'Holistic coherence', 'response', 'A judge’s 1–5, as imported.'),
  imported('SH', 'Stylistic harmony', 'response', 'A judge’s 1–5, as imported.'),
];

/** Every metric that may have figures, in the order in which tables list them. */
export function listMetrics(): MetricDescriptor[] {
  const computed = computedMetrics.map((metric) => MetricDescriptor.parse(metric));
  return [...computed, ...importedMetrics];
}
