import { expect, test } from 'vitest';
import type { Call, JudgementLabel } from '../../../../shared/model/judge.ts';
import { isLabelOfBefore } from './verdict-labels.ts';

const label = (at: string): JudgementLabel => ({ verdict: 'agree', note: '', at });
const call = (at: string): Call => ({
  id: 1,
  role: 'judge',
  model: 'm',
  baseUrl: 'http://127.0.0.1:1/v1',
  promptId: 'judge-sc',
  promptVersion: 1,
  promptHash: '',
  repeat: 0,
  messages: [],
  isRepaired: false,
  attempts: 1,
  tokensIn: 0,
  tokensOut: 0,
  latencyMs: 0,
  at,
});

test('what was said before the newest reply was said of another one', () => {
  const labels = [label('2026-01-02T00:00:00Z')];

  expect(isLabelOfBefore({ labels, calls: [call('2026-01-01T00:00:00Z')] })).toBe(false);
  expect(isLabelOfBefore({ labels, calls: [call('2026-01-03T00:00:00Z')] })).toBe(true);
});

test('where nothing was said, or nobody was asked, nothing is of before', () => {
  expect(isLabelOfBefore({ labels: [], calls: [call('2026-01-01T00:00:00Z')] })).toBe(false);
  expect(isLabelOfBefore({ labels: [label('2026-01-02T00:00:00Z')], calls: [] })).toBe(false);
});
