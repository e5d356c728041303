import { expect, test } from 'vitest';
import {
  folderName,
  guessRole,
  importRequest,
  joinPath,
  modelNameFromPath,
  whyNotReady,
  type Source,
} from './import-draft.ts';

const source = (change: Partial<Source>): Source => ({
  path: '/data/a',
  role: 'dataset',
  model: '',
  inspection: { status: 'idle' },
  ...change,
});

test('a model is named after its file or folder, without words that only say what it holds', () => {
  expect(modelNameFromPath('/runs/MIO/predictions.jsonl')).toBe('MIO');
  expect(modelNameFromPath('/runs/AnyGPT_predictions.jsonl')).toBe('AnyGPT');
  expect(modelNameFromPath('/runs/gq_UniMA.json')).toBe('UniMA');
  expect(modelNameFromPath('/runs/NExT-GPT/results/')).toBe('NExT-GPT');
  expect(modelNameFromPath('C:\\runs\\GPT-5 large\\output.json')).toBe('GPT-5 large');
  expect(modelNameFromPath('/predictions')).toBe('');
});

test('a second dataset-like source is taken for predictions', () => {
  expect(guessRole('dataset', [], false)).toBe('dataset');
  expect(guessRole('dataset', [source({})], false)).toBe('predictions');
  expect(guessRole('dataset', [], true)).toBe('predictions');
  expect(guessRole('ics-results', [], false)).toBe('results');
  expect(guessRole('unknown', [], false)).toBeUndefined();
});

test('what is missing before an import is said in a sentence', () => {
  expect(whyNotReady([], false)).toContain('dataset');
  expect(whyNotReady([source({ role: undefined })], false)).toContain('“a”');
  expect(whyNotReady([source({}), source({ role: 'predictions' })], false)).toContain('Name');
  expect(whyNotReady([source({ role: 'predictions', model: 'M' })], false)).toContain('dataset');
  expect(whyNotReady([source({}), source({ path: '/b' })], false)).toContain('Only one dataset');
  expect(whyNotReady([source({ role: 'predictions', model: 'M' })], true)).toBeUndefined();
  expect(whyNotReady([source({})], false)).toBeUndefined();
});

test('predictions and results of a model are asked for by its name', () => {
  const request = importRequest([
    source({}),
    source({ path: '/p', role: 'predictions', model: ' MIO ' }),
    source({ path: '/gq.json', role: 'results', model: 'MIO' }),
    source({ path: '/r.jsonl', role: 'ratings' }),
    source({ path: '/caps.csv', role: 'capabilities' }),
  ]);

  expect(request).toEqual({
    dataset: '/data/a',
    capabilities: '/caps.csv',
    predictions: [
      { model: 'MIO', path: '/p' },
      { model: 'MIO', path: '/gq.json' },
    ],
    ratings: ['/r.jsonl'],
  });
});

test('a project folder is named after the project, with the separator of its place', () => {
  expect(folderName('UniM dev (2)')).toBe('unim-dev-2');
  expect(folderName('化学')).toBe('化学');
  expect(folderName('…')).toBe('project');
  expect(joinPath('/home/me/', 'Loupe', 'a')).toBe('/home/me/Loupe/a');
  expect(joinPath('C:\\Users\\me', 'Loupe', 'a')).toBe('C:\\Users\\me\\Loupe\\a');
});
