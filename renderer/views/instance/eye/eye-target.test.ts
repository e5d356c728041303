import { expect, test } from 'vitest';
import type { Judgement } from '../../../../shared/model/judge.ts';
import { formatEye, parseEye, targetLabel, targetsOf, type EyeTarget } from './eye-target.ts';

test.each<EyeTarget>([
  { metric: 'SC', model: 'Aria-7B' },
  { metric: 'GQ', tag: 'code1', model: 'a@b.c' },
  { metric: 'coherence', model: 'with spaces, commas' },
])('a link to %o means it', (target) => {
  expect(parseEye(formatEye(target))).toEqual(target);
});

test.each([undefined, '', 'SC', 'StS@m', '@m', 'SC@'])('“%s” names no judgement', (text) => {
  expect(parseEye(text)).toBeUndefined();
});

const judgement = (metric: Judgement['metric'], tag?: string): Judgement => ({
  id: metric,
  metric,
  ...(tag === undefined ? {} : { tag }),
  values: {},
  raws: {},
  reasons: {},
  captions: [],
  calls: [],
  isOfficialCompatible: false,
  isStale: false,
  labels: [],
});

test('SC and coherence can always be looked at, items when they were judged', () => {
  const targets = targetsOf('m', [judgement('coherence'), judgement('GQ', 'text')]);

  expect(targets.map(targetLabel)).toEqual(['SC', 'Coherence', 'GQ of text']);
});
