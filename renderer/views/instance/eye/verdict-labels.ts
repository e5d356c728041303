import type { Judgement, JudgementVerdict } from '../../../../shared/model/judge.ts';
import type { ActionId } from '../../../hooks/keymap.ts';

/** What can be said of a judgement: two different things can be wrong with it. */
export const VERDICTS: readonly {
  readonly id: JudgementVerdict;
  readonly label: string;
  readonly action: ActionId;
}[] = [
  { id: 'agree', label: 'Agree', action: 'eye.agree' },
  { id: 'caption-wrong', label: 'Caption wrong', action: 'eye.captionWrong' },
  { id: 'verdict-wrong', label: 'Verdict wrong', action: 'eye.verdictWrong' },
];

/** True when it was judged again after a person said something: that was said of another reply. */
export function isLabelOfBefore({ labels, calls }: Pick<Judgement, 'labels' | 'calls'>): boolean {
  const [label] = labels;
  return label !== undefined && calls.some((call) => Date.parse(call.at) > Date.parse(label.at));
}

export function verdictLabel(id: JudgementVerdict): string {
  return VERDICTS.find((each) => each.id === id)?.label ?? id;
}
