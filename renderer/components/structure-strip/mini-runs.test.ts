import { expect, test } from 'vitest';
import { describeCell } from './cell-text.ts';
import { countStrip, markAgainst, miniRuns } from './mini-runs.ts';

test('ordinary cells are one run, text a dot in it', () => {
  const runs = miniRuns(markAgainst('T I2 T A2', 'T I2 T A2'));

  expect(runs).toEqual([{ text: '·I2·A2', state: undefined }]);
});

test('what is missing stands at the end, what is too much where it is', () => {
  // reference: image 1, audio 1; response: image 2
  const runs = miniRuns(markAgainst('T I2 T A2', 'T I2 I3 T'));

  expect(runs).toEqual([
    { text: '·I2', state: undefined },
    { text: 'I3', state: 'redundant' },
    { text: '·', state: undefined },
    { text: 'A', state: 'missing' },
  ]);
});

test('a modality that the reference does not have is the wrong type', () => {
  const runs = miniRuns(markAgainst('T I2', 'T V1'));

  expect(runs.map((run) => run.state)).toEqual([undefined, 'wrongType', 'missing']);
});

test('a dangling tag and an orphan are told before their number', () => {
  expect(miniRuns(markAgainst('T', 'T I2! A1+')).map((run) => run.state)).toEqual([
    undefined,
    'dangling',
    'orphan',
  ]);
});

test('references to the input and repeats are ordinary and not counted', () => {
  expect(countStrip('T I1^ I2 I2= 3D:1')).toEqual({ image: 1, threeD: 1 });
  expect(miniRuns(markAgainst('T I2', 'T I1^ I2 I2='))).toEqual([
    { text: '·I1 I2 I2', state: undefined },
  ]);
});

test('a cell is described in words', () => {
  expect(markAgainst('T 3D:2', 'T').map(describeCell)).toEqual([
    'text',
    '3D, missing: the reference has one more',
  ]);
});
