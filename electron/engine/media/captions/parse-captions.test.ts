import { expect, test } from 'vitest';
import { parseCaptions } from './parse-captions.ts';

test('SRT: numbers are left out, commas part the milliseconds', () => {
  const text = '1\r\n00:00:01,500 --> 00:00:03,000\r\nTwo lines,\r\nboth kept.\r\n\r\n2\r\n';

  expect(parseCaptions(text)).toEqual({
    cues: [{ fromMs: 1500, toMs: 3000, text: 'Two lines,\nboth kept.' }],
    skipped: 0,
  });
});

test('WebVTT: notes, styles, names of cues, settings and markup are left out', () => {
  const text = `WEBVTT - a title

STYLE
::cue { color: red }

NOTE nothing to see

intro
00:02.000 --> 00:04.250 align:start position:10%
<v Ann>Fish &amp; <i>chips</i>, <00:03.000>a &lt; b

1:00:00.000 --> 1:00:01.000
{\\an8}Late.
`;

  expect(parseCaptions(text).cues).toEqual([
    { fromMs: 2000, toMs: 4250, text: 'Fish & chips, a < b' },
    { fromMs: 3_600_000, toMs: 3_601_000, text: 'Late.' },
  ]);
});

test('cues are in the order of their beginnings; what has no time is counted', () => {
  const text = [
    '00:09.0 --> 00:10.0\nSecond.',
    'soon --> later\nNever.',
    '00:05.000 --> 00:04.000\nEnds before it begins.',
    '00:01.000 --> 00:02.000\nFirst.',
    '00:03.000 --> 00:04.000\n<i></i>',
  ].join('\n\n');

  const { cues, skipped } = parseCaptions(text);

  expect(cues.map((cue) => cue.text)).toEqual(['First.', 'Second.']);
  expect(cues[1]?.fromMs).toBe(9000);
  expect(skipped).toBe(2);
});

test('prose without times, nothing at all, and a megabyte of arrows give no cues', () => {
  for (const text of ['Just prose.\nMore of it.', '', '-->'.repeat(400_000)])
    expect(parseCaptions(text).cues).toEqual([]);
});
