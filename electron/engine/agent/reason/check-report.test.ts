import { expect, test } from 'vitest';
import type { AgentReport, ReportEntry } from '../../../../shared/model/agent.ts';
import type { Demands } from '../define.ts';
import { checkReport } from './check-report.ts';
import { demandsOf, firstNumbers } from './demands.ts';

const MAKERS = [
  { id: 'draw', modality: 'image' },
  { id: 'speak', modality: 'audio' },
] as const;
const DEMANDS: Demands = {
  required: { image: 2, audio: 1 },
  numbers: { image: 2, audio: 1 },
  inputTags: ['image1'],
};
const EVIDENCE = new Set(['task']);

const order = (tag: string, modality: 'image' | 'audio', extra: Partial<ReportEntry> = {}) => ({
  ...{ tag, modality, tool: modality === 'image' ? 'draw' : 'speak', prompt: 'a' },
  evidence: [],
  ...extra,
});
const GOOD: AgentReport = {
  content: 'As in <image1>: <image2>, <image3> and <audio1>.',
  items: [order('image2', 'image'), order('image3', 'image'), order('audio1', 'audio')],
  claims: [{ text: 'So it is.', evidence: ['task'] }],
};
const check = (change: Partial<AgentReport>, demands = DEMANDS) =>
  checkReport({ ...GOOD, ...change }, demands, MAKERS, EVIDENCE).map(({ code, tag, modality }) =>
    [code, tag ?? modality].filter(Boolean).join(' '),
  );
const [first, second, third] = GOOD.items as [ReportEntry, ReportEntry, ReportEntry];

test('nothing is found in a report that orders what is demanded', () => {
  expect(check({})).toEqual([]);
});

test('a modality that lacks altogether, one too few and one that nobody asked for are told apart', () => {
  const items = [first, second];
  const content = '<image2> <image3>';
  expect(check({ content, items })).toEqual(['missing-modality audio']);
  expect(check({ content: '<image2> <audio1>', items: [first, third] })).toEqual([
    'wrong-count image',
  ]);
  expect(check({}, { ...DEMANDS, required: { image: 2 } })).toEqual(['extra-modality audio']);
});

test('every tag is defined once and stands once', () => {
  expect(check({ content: '<image2> <image3>' })).toEqual(['unused-tag audio1']);
  expect(check({ content: `${GOOD.content} <image2>` })).toEqual(['repeated-tag image2']);
  expect(check({ content: `${GOOD.content} <video1>` })).toEqual(['undefined-tag video1']);
  expect(check({ items: [...GOOD.items, first] })).toEqual(['repeated-tag image2']);
});

test('numbers go on from the task’s', () => {
  const items = [order('image1', 'image'), second, third];
  expect(check({ content: '<image1> <image3> <audio1>', items })).toEqual(['wrong-number image']);
  const wrong = [first, second, order('image9', 'audio')];
  expect(check({ content: '<image2> <image3> <image9>', items: wrong })).toEqual([
    'wrong-number image9',
  ]);
});

test('a tool makes its own modality, and an order says something', () => {
  const items = [order('image2', 'image', { tool: 'speak' }), second, third];
  expect(check({ items })).toEqual(['wrong-tool image2']);
  const silent = [order('image2', 'image', { prompt: ' ' }), second, third];
  expect(check({ items: silent })).toEqual(['empty-order image2']);
});

test('a claim rests on evidence that there is', () => {
  expect(check({ claims: [{ text: 'So.', evidence: ['input:image7'] }] })).toEqual(['fact']);
});

test('a tag of the task that names none of its items is demanded, whatever the model read', () => {
  const items = [{ tag: 'image3', modality: 'image' }] as const;
  const task = { content: 'From <image3> make <image4> and <audio1>.', items };

  const demands = demandsOf(task, [{ modality: 'image', count: 5 }]);

  expect(demands.required).toEqual({ image: 1, audio: 1 });
  expect(firstNumbers(items)).toMatchObject({ image: 4, audio: 1 });
});
