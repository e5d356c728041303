import type { InstanceMode } from '../../../../shared/model/filter.ts';

/** One-click sets over the table, in their order. */
export const SIMPLE_MODES = [
  'aWorse',
  'bWorse',
  'different',
  'failed',
  'unscored',
  'flagged',
] as const satisfies readonly InstanceMode[];

/** Sets in which figures contradict each other, under a heading of their own. */
export const DISAGREEMENTS = [
  'judgeHighQualityLow',
  'judgeQualityFlip',
  'repeatsDisagree',
  'importedAgainstOwn',
  'missingMediaJudged',
] as const satisfies readonly InstanceMode[];

export const MODE_LABELS: Readonly<Record<InstanceMode, string>> = {
  aWorse: 'A worse',
  bWorse: 'B worse',
  different: 'Different',
  failed: 'Failed',
  unscored: 'Unscored',
  flagged: 'Flagged',
  judgeHighQualityLow: 'Judge high, quality low',
  judgeQualityFlip: 'Judge–quality A/B flip',
  repeatsDisagree: 'Repeats disagree',
  importedAgainstOwn: 'Imported against own',
  missingMediaJudged: 'Missing media judged',
};

/** The mode `steps` on from one, through all of the bar; undefined stands for all instances. */
export function nextMode(
  mode: InstanceMode | undefined,
  steps: 1 | -1,
  offered: readonly InstanceMode[],
): InstanceMode | undefined {
  const ring: readonly (InstanceMode | undefined)[] = [undefined, ...offered];
  const at = Math.max(0, ring.indexOf(mode));
  return ring[(at + steps + ring.length) % ring.length];
}
