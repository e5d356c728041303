import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSequence } from '../../../shared/interleave/sequence.ts';
import { readingBlocks, type ReadingBlock } from '../../../shared/interleave/reading.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import { diffBlocks, type BlocksDiff, type DiffPart } from './diff-blocks.ts';
import { diffIds } from './diff-ids.ts';

describe('a difference of texts', () => {
  test('marks the word that is new, and tells the one that is gone before it', () => {
    expect(shown(text('The blue bird sings.'), text('The red bird sings.'))).toEqual([
      'The -red-+blue+ bird sings.',
    ]);
  });

  test('puts neighbouring new words into one mark', () => {
    expect(shown(text('A very old house stands here.'), text('A house stands here.'))).toEqual([
      'A +very old+ house stands here.',
    ]);
  });

  test('is not shifted by a picture that is missing', () => {
    const other = blocks('First a bird.\n<image1>\nThen a house.\n<image2>\nDone.', 2);
    const own = blocks('First a bird.\n<image1>\nThen a barn.\nDone.', 1);

    const lines = shown(own, other);

    expect(lines.join('|')).toContain('First a bird.');
    expect(lines.join('|')).toContain('Then a -house-+barn+.');
    expect(lines.join('|')).toContain('-<image2>-');
    expect(lines.join('|')).toContain('Done.');
    expect(lines.join('|')).not.toContain('+Done');
  });

  test('does not mind the numbers of tags', () => {
    const second = readingBlocks(
      buildSequence('See <image2>. Good.', { side: 'output', ownTags: ['image2'], otherTags: [] })
        .segments,
    );

    const diff = diffBlocks(blocks('See <image1>. Good.', 1), second);

    expect(diff).toMatchObject({ added: 0, removed: 0, tail: '' });
  });

  test('knows words in scripts without blanks, and from right to left', () => {
    expect(shown(text('红色的鸟在唱歌'), text('蓝色的鸟在唱歌')).join('')).toMatch(
      /-蓝色?-\+红色?\+/,
    );
    expect(shown(text('البيت القديم هنا'), text('البيت الجديد هنا'))).toEqual([
      'البيت -الجديد-+القديم+ هنا',
    ]);
  });

  test('leaves Markdown as it is: lists, headings, tables and links are still read as such', () => {
    const own = text(
      '# New head\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| c | d |\n\n[x](http://a)',
    );
    const other = text('# Old head\n\n3. one\n5. two\n\n| a | b |\n| --- | --- |\n| c | e |');

    const joined = shown(own, other).join('');

    expect(joined).toContain('# -Old-+New+ head');
    expect(joined).toContain('\n1. one\n2. two\n');
    expect(joined).toContain('|---|---|');
    expect(joined).toContain('](http://a)');
  });

  test('does not reach into code or maths, but says that they changed', () => {
    expect(shown(text('So $x^2 + 1$ holds.'), text('So $x^2$ holds.'))).toEqual([
      'So -$x^2$-~$x^2 + 1$ holds.',
    ]);
  });

  test('tells two sentences about other things as one replaced by the other', () => {
    const [line] = shown(
      text('Water boils at the foot of a hill in summer.'),
      text('Nobody knows the reason of such rare cold nights here.'),
    );

    expect(line?.match(/\+[^+]+\+/g)).toHaveLength(1);
  });

  test('a column without text tells what it lacks at its end', () => {
    expect(diffBlocks(blocks('<image1>', 1), text('All of this.')).tail).toBe('All of this.');
    expect(diffBlocks([], text('All.')).tail).toBe('All.');
  });

  test('whatever is compared, our text stays complete, and theirs can be read out of it', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'the', 'of', '鸟', '.', '<image1>'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [own, other] = [blocks(a.join(' '), 1), blocks(b.join(' '), 1)];
        const diff = diffBlocks(own, other);
        own.forEach((block, index) => {
          if (block.kind !== 'text') return;
          expect(plain(diff.parts.get(index) ?? [])).toBe(plain(block.parts));
        });
        expect(wordsIn(other).length - diff.removed).toBe(wordsIn(own).length - diff.added);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the longest common part', () => {
  test('rises on both sides, pairs only what is equal, and is as long as can be', () => {
    const list = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 25 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const matches = diffIds(Int32Array.from(a), Int32Array.from(b));
        matches.forEach(([i, j], at) => {
          expect(a[i]).toBe(b[j]);
          const before = matches[at - 1];
          if (before !== undefined) expect(i > before[0] && j > before[1]).toBe(true);
        });
        expect(matches).toHaveLength(longestCommon(a, b));
      }),
      { numRuns: 500 },
    );
  });

  test('of two long lists that share a rare part, that part is found', () => {
    const random = createRandom(4);
    const noise = (length: number, from: number) =>
      Array.from({ length }, () => from + Math.floor(random() * 500));
    const shared = Array.from({ length: 200 }, (_, at) => 10_000 + at);
    const a = Int32Array.from([...noise(4000, 0), ...shared, ...noise(4000, 0)]);
    const b = Int32Array.from([...noise(4000, 600), ...shared, ...noise(4000, 600)]);

    expect(diffIds(a, b).map(([i]) => a[i])).toEqual(shared);
  });
});

test('of two long texts with few different words and many changes, what is the same is found', () => {
  const random = createRandom(9);
  const words = 'the of and a river house bird market winter light'.split(' ');
  const word = () => words[Math.floor(random() * words.length)] ?? '';
  const before = Array.from({ length: 12_000 }, word);
  const after = before.map((same) => (random() < 0.15 ? word() : same));

  const { added } = diffBlocks(text(after.join(' ')), text(before.join(' ')));

  // 13.5 % of the words are others
  expect(added).toBeGreaterThan(1000);
  expect(added).toBeLessThan(3600);
});

function longestCommon(a: readonly number[], b: readonly number[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const row = table[i] ?? [];
      row[j] =
        a[i - 1] === b[j - 1]
          ? (table[i - 1]?.[j - 1] ?? 0) + 1
          : Math.max(table[i - 1]?.[j] ?? 0, row[j - 1] ?? 0);
    }
  return table[a.length]?.[b.length] ?? 0;
}

const text = (content: string) => blocks(content, 0);

function blocks(content: string, images: number): ReadingBlock[] {
  const ownTags = Array.from({ length: images }, (_, at) => `image${at + 1}`);
  return readingBlocks(buildSequence(content, { side: 'output', ownTags, otherTags: [] }).segments);
}

/** Text runs with `+in+`, `-out-` and `~` before what changed. */
function shown(own: readonly ReadingBlock[], other: readonly ReadingBlock[]): string[] {
  const { parts, tail }: BlocksDiff = diffBlocks(own, other);
  const runs = [...parts.values()].map((run) => run.map(mark).join(''));
  return tail === '' ? runs : [...runs, `-${tail}-`];
}

function mark(part: DiffPart): string {
  if (typeof part === 'string') return part;
  if (part.kind === 'tag') return `<${part.tag}>`;
  if (part.kind === 'changed') return '~';
  return part.kind === 'in' ? `+${part.text}+` : `-${part.text}-`;
}

function plain(parts: readonly DiffPart[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'tag') return `<${part.tag}>`;
      return part.kind === 'in' ? part.text : '';
    })
    .join('');
}

function wordsIn(all: readonly ReadingBlock[]): string[] {
  return all.flatMap((block) =>
    block.kind === 'item'
      ? ['']
      : block.parts.flatMap((part) =>
          typeof part === 'string' ? (part.match(/[a-z]+|鸟|\./g) ?? []) : [''],
        ),
  );
}
