import { expect, test } from 'vitest';
import type { CheckFinding } from '../../../../shared/model/agent.ts';
import { chooseStep, type TakenBacktrack } from './choose-step.ts';

const LACKS: CheckFinding[] = [
  { code: 'missing-modality', message: 'No audio.', modality: 'audio' },
];
const TAGS: CheckFinding[] = [{ code: 'unused-tag', message: 'Not used.', tag: 'image2' }];
const named = (step: 1 | 2 | 3 | 4, error = 'Wrong.') => ({ step, error });
const went = (toStep: 1 | 2 | 3 | 4, findings = LACKS): TakenBacktrack => ({ toStep, findings });

test('the step that is named is taken', () => {
  expect(chooseStep(named(3), LACKS, [])).toEqual({ toStep: 3 });
});

test('the same step for the same findings goes one step further back, at last to the first', () => {
  expect(chooseStep(named(4), LACKS, [went(4)]).toStep).toBe(3);
  expect(chooseStep(named(2), LACKS, [went(2)]).toStep).toBe(1);
  expect(chooseStep(named(1), LACKS, [went(1)])).toEqual({ toStep: 1 });
});

test('the same step for other findings is taken again', () => {
  expect(chooseStep(named(3), TAGS, [went(3)])).toEqual({ toStep: 3 });
});

test('words that name another step than the figure mean the earlier of the two', () => {
  const choice = chooseStep(named(4, 'In step 2 the sum is wrong.'), LACKS, []);

  expect(choice.toStep).toBe(2);
  expect(choice.note).toContain('names step 4 and writes of step 2');
  expect(chooseStep(named(4, 'Steps: step 2, then step 3.'), LACKS, [])).toEqual({ toStep: 4 });
});

test('a judger that goes to and fro is taken further back than both', () => {
  const choice = chooseStep(named(3), TAGS, [went(3, LACKS), went(4, TAGS)]);

  expect(choice.toStep).toBe(2);
  expect(choice.note).toContain('to and fro');
});

test('without a judger’s word the findings point the way', () => {
  expect(chooseStep(undefined, LACKS, []).toStep).toBe(3);
  expect(chooseStep(undefined, TAGS, []).toStep).toBe(4);
});
