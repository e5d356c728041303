import { expect, test } from 'vitest';
import { cuesAt } from './cues-at.ts';

test('a cue is shown from its beginning up to its end, beside others of that time', () => {
  const cue = (fromMs: number, toMs: number) => ({ fromMs, toMs, text: `${fromMs}` });
  const cues = [cue(0, 1000), cue(500, 2000), cue(2000, 3000)];
  const at = (timeMs: number) => cuesAt(cues, timeMs).map(({ text }) => text);

  expect(at(0)).toEqual(['0']);
  expect(at(999)).toEqual(['0', '500']);
  expect(at(1000)).toEqual(['500']);
  expect(at(2000)).toEqual(['2000']);
  expect(at(3000)).toEqual([]);
});
