import type { Question } from '../../judges/define.ts';
import type { PlannedCall } from '../scoring/define-doer.ts';
import { sha256 } from '../scoring/outcome-key.ts';
import { judgeSettings } from './ask-judge.ts';
import { questionKey } from './call-key.ts';
import type { JudgeSetup } from './judge-setup.ts';

/** The questions that one judgement would ask, one a repeat. */
export function planJudgeCalls(
  setup: JudgeSetup,
  question: (repeat: number) => Question,
): PlannedCall[] {
  const settings = judgeSettings(setup);
  return Array.from({ length: setup.scoring.repeats }, (_, repeat): PlannedCall => {
    const asked = question(repeat);
    const key = questionKey(asked, settings);
    return { role: 'judge', name: key, callKey: key, characters: lengthOf(asked) };
  });
}

/**
 * The same where the questions cannot be made yet.
 *
 * @param about  what no other judgement is about
 * @param like  a question of about their length
 * @param more  characters that they will be longer
 */
export function planUnknownCalls(
  setup: JudgeSetup,
  about: string,
  like: Question,
  more: number,
): PlannedCall[] {
  const characters = lengthOf(like) + more;
  const hash = sha256(about);
  return Array.from({ length: setup.scoring.repeats }, (_, repeat): PlannedCall => {
    return { role: 'judge', name: `${hash} ${repeat}`, callKey: undefined, characters };
  });
}

function lengthOf({ messages }: Question): number {
  return messages.reduce(
    (sum, { parts }) =>
      sum + parts.reduce((all, part) => all + (part.type === 'text' ? part.text.length : 0), 0),
    0,
  );
}
