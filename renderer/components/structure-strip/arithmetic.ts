import { MODALITIES, type ModalityId } from '../../../shared/model/modality.ts';
import type { ModalityMatch } from '../../../shared/model/structure.ts';
import { formatScore } from '../score/format-score.ts';

/**
 * How a modality's items enter StS and LeS, in lines: what is expected and found, precision, recall and
 * F1, then the means with every modality's term.
 *
 * @returns nothing for a modality that neither side has
 */
export function arithmeticLines(
  matches: readonly ModalityMatch[],
  modality: ModalityId,
): readonly string[] {
  const match = matches.find((each) => each.modality === modality);
  if (match === undefined) return [];
  const { expected: g, found: p, precision, recall, f1, stsCost, lesCost } = match;
  const tp = Math.min(g, p);
  const sts = matches.reduce((sum, each) => sum + each.f1, 0) / matches.length;
  const types = matches.filter((each) => each.expected > 0);
  const found = types.filter((each) => each.found > 0).length;
  const fraction = (of: number, value: number) =>
    of === 0 ? '0 of nothing = 0' : `${tp}/${of} = ${formatScore(value)}`;
  return [
    `${MODALITIES[modality].label}: g ${g} expected, p ${p} found, TP = min(g, p) = ${tp}`,
    `P ${fraction(p, precision)} · R ${fraction(g, recall)} · F1 = 2·${tp}/(${g} + ${p}) = ${formatScore(f1)}`,
    `StS = (${matches.map((each) => formatScore(each.f1)).join(' + ')}) / ${matches.length} = ${formatScore(sts)}` +
      costText(stsCost),
    types.length === 0
      ? 'LeS: the reference holds no items'
      : `LeS = ${found} of ${types.length} types = ${formatScore(found / types.length)}` +
        costText(lesCost),
  ];
}

const costText = (cost: number) => (cost > 0 ? `, this costs ${formatScore(cost)}` : '');
