import { expect, test } from 'vitest';
import { compareTexts } from './compare-texts.ts';
import { breakLines, breaksOf, LONGEST_LINE } from './soft-lines.ts';

const textOf = (line: readonly { readonly text: string }[] = []) =>
  line.map(({ text }) => text).join('');

test('a megabyte in one line is broken where the text says, and a change stays local', () => {
  const statements = Array.from(
    { length: 30_000 },
    (_, at) => `const name${at} = value(${at}, ${at * 3});`,
  );
  const left = statements.join('');
  const right = statements.toSpliced(40, 1, 'throw new Error("inserted here");').join('');
  expect(left.length).toBeGreaterThan(1_000_000);

  const {
    left: one,
    right: other,
    rows,
  } = compareTexts({ text: left, hints: ['js'] }, { text: right, hints: ['js'] });

  expect(one.lines.map(textOf).join('')).toBe(left);
  expect(other.lines.map(textOf).join('')).toBe(right);
  expect(one.hasBroken).toBe(true);
  expect(one.numbers[0]).toBe(1);
  expect(one.numbers[1]).toBe(0);
  expect(rows.isExact).toBe(true);
  expect(rows.isSame.filter((isSame) => isSame === 0).length).toBeLessThan(20);
  expect(one.limit).toContain('Not coloured');
});

test('pieces are never longer than they may be, and never split a character', () => {
  const text = '😀'.repeat(2_000);
  const ends = breaksOf(text);

  expect(ends.at(-1)).toBe(text.length);
  expect(ends.every((end) => end % 2 === 0)).toBe(true);
  expect(Math.max(...ends.map((end, at) => end - (ends[at - 1] ?? 0)))).toBeLessThanOrEqual(600);
});

test('lines that fit stay as they are, with their numbers', () => {
  const soft = breakLines([[{ text: 'a', className: undefined }], []]);

  expect(soft).toMatchObject({ texts: ['a', ''], hasBroken: false });
  expect([...soft.numbers]).toEqual([1, 2]);
  expect(LONGEST_LINE).toBe(2_000);
});

test('colours are kept in a comparison of code, prose has none, an empty text no line', () => {
  const code = compareTexts({ text: 'x = 1', hints: ['py'] }, { text: 'x = 2', hints: ['py'] });
  const prose = compareTexts({ text: '', hints: undefined }, { text: 'one', hints: undefined });

  expect(code.left.lines[0]?.some(({ className }) => className === 'hljs-number')).toBe(true);
  expect(code.left.language).toBe('Python');
  expect(prose.left.lines).toHaveLength(0);
  expect([...prose.rows.left]).toEqual([-1]);
});
