import { describe, expect, test } from 'vitest';
import { emptyResponseSc, figuresOf, officialFallback } from './figures.ts';
import type { JudgeReply } from './read-reply.ts';

const fifths = { scale: 'fifths' } as const;
const linear = { scale: 'linear' } as const;
const reply = (
  numbers: Record<string, number>,
  reasons: Record<string, string> = { reason: 'why' },
): JudgeReply => ({ numbers, reasons });

describe('semantic correctness', () => {
  test('is s/5, or (s − 1)/4', () => {
    expect(figuresOf('unim_sc', [reply({ score: 4 })], fifths)).toEqual([
      {
        metric: 'SC',
        value: 4 / 5,
        raw: 4,
        scale: 's/5',
        evidence: { prompt: 'judge-sc', raws: { score: [4] }, reasons: { reason: ['why'] } },
      },
    ]);
    expect(figuresOf('unim_sc', [reply({ score: 4 })], linear)).toMatchObject([
      { value: 3 / 4, raw: 4, scale: '(s − 1)/4' },
    ]);
  });

  test('reaches both ends', () => {
    const ends = (settings: typeof fifths | typeof linear) =>
      [1, 5].map((score) => figuresOf('unim_sc', [reply({ score })], settings)[0]?.value);

    expect(ends(fifths)).toEqual([0.2, 1]);
    expect(ends(linear)).toEqual([0, 1]);
  });

  test('of repeats is their mean, with the spread beside it', () => {
    const replies = [2, 3, 4].map((score) => reply({ score }));

    // mean 3; deviations −1, 0, 1: s = √(2/2)
    expect(figuresOf('unim_sc', replies, fifths)).toMatchObject([
      { value: 3 / 5, raw: 3, evidence: { raws: { score: [2, 3, 4] }, spread: { score: 1 } } },
    ]);
  });

  test('of an empty response is 0 on either scale', () => {
    expect(emptyResponseSc(fifths)).toMatchObject({ value: 0, raw: 0, scale: 's/5' });
    expect(emptyResponseSc(linear)).toMatchObject({ value: 0, raw: 0, scale: '(s − 1)/4' });
  });
});

test('coherence gives two figures, each with its own reason', () => {
  const said = reply(
    { coherence: 5, style_consistency: 2 },
    { coherence_reason: 'fits', style_reason: 'clashes' },
  );

  const figures = figuresOf('unim_coherence', [said], fifths);

  expect(figures.map(({ metric, value, raw }) => [metric, value, raw])).toEqual([
    ['HC', 1, 5],
    ['SH', 2 / 5, 2],
  ]);
  expect(figures[1]?.evidence.reasons).toEqual({
    coherence_reason: ['fits'],
    style_reason: ['clashes'],
  });
});

describe('quality', () => {
  test('of text is (mean of five − 1)/4', () => {
    const said = { clarity: 5, coherence: 4, informativeness: 3, conciseness: 4, style: 2 };

    const [figure] = figuresOf('unim_text_quality', [reply(said)], linear);

    // (5 + 4 + 3 + 4 + 2)/5 = 3.6; (3.6 − 1)/4 · 100 = 65
    expect(figure).toMatchObject({ metric: 'GQ', evidence: { profile: 'judge-text', score: 65 } });
    expect(figure?.raw).toBeCloseTo(65, 12);
    expect(figure?.value).toBeCloseTo(0.65, 12);
    expect(figure?.scale).toBeUndefined();
    expect(figure?.evidence).toHaveProperty('components.clarity', {
      value: 5,
      unit: '',
      range: [1, 5],
      score: 1,
      weight: 1 / 5,
    });
  });

  test('of code is the mean of six, over the repeats', () => {
    const said = (all: number, security: number) =>
      reply({
        correctness: all,
        readability: all,
        design: all,
        performance: all,
        security,
        testability: all,
      });

    const [figure] = figuresOf('unim_code_quality', [said(60, 0), said(80, 40)], fifths);

    // means 70 five times and 20: (350 + 20)/6
    expect(figure?.raw).toBeCloseTo(370 / 6, 12);
    expect(figure?.value).toBeCloseTo(370 / 600, 12);
    expect(figure?.evidence).toMatchObject({ score: 61.67, notes: ['Mean of 2 judgements.'] });
    // values 0 and 40: s = √((20² + 20²)/1)
    expect(figure?.evidence.spread?.['security']).toBeCloseTo(Math.sqrt(800), 12);
  });

  test('of a document is what was said, of 100', () => {
    const [figure] = figuresOf('unim_document_quality', [reply({ overall_score_100: 73 })], fifths);

    expect(figure).toMatchObject({ metric: 'GQ', value: 0.73, raw: 73 });
  });

  test('reaches both ends of its scale', () => {
    const text = (all: number) =>
      figuresOf(
        'unim_text_quality',
        [
          reply({
            clarity: all,
            coherence: all,
            informativeness: all,
            conciseness: all,
            style: all,
          }),
        ],
        fifths,
      )[0]?.value;

    expect([text(1), text(5)]).toEqual([0, 1]);
  });
});

describe('official-compatible mode', () => {
  test('takes a bad reply for 1, and 1 and 1', () => {
    const fallback = (form: 'unim_sc' | 'unim_coherence') => {
      const said = officialFallback(form);
      return said === undefined ? [] : figuresOf(form, [said], fifths).map(({ value }) => value);
    };

    expect(fallback('unim_sc')).toEqual([0.2]);
    expect(fallback('unim_coherence')).toEqual([0.2, 0.2]);
  });

  test('has nothing for a quality: the official files hold null there', () => {
    expect(officialFallback('unim_text_quality')).toBeUndefined();
  });
});
