import { expect, test } from 'vitest';
import { commonReason, firstReason, formulaOf, replyLines } from './reply-lines.ts';

test('each key has its mean over the repeats, its scale and its own reason', () => {
  const lines = replyLines({
    raws: { coherence: [4, 5], style_consistency: [3, 3] },
    spread: { coherence: 0.7071, style_consistency: 0 },
    reasons: { coherence_reason: 'fits', style_reason: 'even' },
  });

  expect(lines).toMatchObject([
    { label: 'Coherence', mean: 4.5, spread: 0.7071, most: 5, reason: 'fits' },
    { label: 'Style consistency', mean: 3, spread: 0, most: 5, reason: 'even' },
  ]);
});

test('coherence of a text is a level, parts of code are said in percent', () => {
  const text = replyLines({ raws: { clarity: [4] }, reasons: { reason: 'clear' } });
  const code = replyLines({ raws: { correctness: [80] }, reasons: {} });

  expect([text[0]?.most, code[0]?.most]).toEqual([5, 100]);
});

test('a reason for all is told apart from those of single figures', () => {
  expect(commonReason({ reasons: { reason: 'so' } })).toBe('so');
  expect(commonReason({ reasons: { coherence_reason: 'a', style_reason: 'b' } })).toBeUndefined();
});

test('the formula is that of the question, else the scale of the figure', () => {
  expect(formulaOf('judge-text', undefined)).toBe('(mean of the five − 1) / 4');
  expect(formulaOf('judge-sc', 's/5')).toBe('s/5');
});

test('of the reasons of several repeats the first is told in short', () => {
  expect(firstReason('1. so\n2. or so\n3. no')).toBe('so');
  expect(firstReason('1. is a list item, not a repeat')).toBe('1. is a list item, not a repeat');
});
