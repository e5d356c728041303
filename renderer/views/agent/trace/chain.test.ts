import { describe, expect, test } from 'vitest';
import { findEvidence, itemOf, readChain, reportNodeOf, reportOf, stateOf } from './chain.ts';
import { pairChains } from './pair-chains.ts';
import { arcsOf, rowsOf, stepRow } from './rows.ts';
import { BACK_ONCE, traceWith } from './sample-trace.ts';
import { spansOf } from './spans.ts';

const chain = readChain(BACK_ONCE);
const node = (name: string) => chain.nodes.find((each) => each.name === name);

describe('a trace is read as a chain', () => {
  test('a check by rules is a node although it has no end', () => {
    const check = node('r1/check');
    expect(check).toMatchObject({ step: 'check', round: 1 });
    expect(check && stateOf(check)).toBe('rejected');
  });

  test('an id means what was given last before who names it', () => {
    const before = node('r1/report')?.seq ?? 0;
    const after = node('r2/report')?.seq ?? 0;
    expect(findEvidence(chain, 'content', before)?.text).toBe('first plan');
    expect(findEvidence(chain, 'content', after)?.text).toBe('second plan');
    expect(findEvidence(chain, 'task', after)?.text).toBe('Draw <image1>.');
    expect(findEvidence(chain, 'nowhere', after)).toBeUndefined();
  });

  test('a tag leads to its order and to the item that was made', () => {
    const report = reportOf(reportNodeOf(chain));
    expect(report?.items.map(({ tag }) => tag)).toEqual(['image2']);
    expect(itemOf(chain, 'image2')?.item?.file).toBe('x/image2.png');
  });

  test('a chain that is under way shows the last report, and what runs', () => {
    const soFar = readChain([
      ...BACK_ONCE.slice(0, 6),
      ...traceWith({ kind: 'begin', node: 'r1/check', step: 'check', round: 1 }),
    ]);
    const running = soFar.nodes.at(-1);
    expect(reportNodeOf(soFar)?.name).toBe('r1/report');
    expect(running && stateOf(running)).toBe('running');
  });
});

describe('its lines', () => {
  const rows = rowsOf(chain);

  test('receiving, the rounds, and generating, in the order of the paper', () => {
    expect(rows.map(({ id }) => id)).toEqual([
      ...['receive', 'receive/image1'],
      ...['round 1', 'r1/question', 'r1/content', 'r1/report', 'r1/check', 'r1/judge', 'back 1'],
      ...['round 2', 'r2/content', 'r2/report', 'r2/check'],
      ...['make', 'make/image2'],
    ]);
  });

  test('a backtrack is drawn up to the step that it goes back to', () => {
    expect(arcsOf(rows)).toEqual([{ from: 8, to: 4, round: 1 }]);
  });

  test('stepping passes over what is no step and stops at the ends', () => {
    expect(stepRow(rows, 'r1/judge', 1)).toBe('r2/content');
    expect(stepRow(rows, 'receive/image1', -1)).toBe('receive/image1');
    expect(stepRow(rows, undefined, 1)).toBe('receive/image1');
  });
});

describe('along the time', () => {
  test('a node stands where it worked', () => {
    const { spans, backs, totalMs } = spansOf(chain, BACK_ONCE);
    const caption = spans.find((each) => each.node.name === 'receive/image1');

    // 15 records, one a second: from 1 s to 2 s of 14 s; the backtrack at 8 s
    expect(totalMs).toBe(14_000);
    expect(caption?.left).toBeCloseTo(1 / 14, 6);
    expect(caption?.width).toBeCloseTo(1 / 14, 6);
    expect(backs).toEqual([{ round: 1, at: 8 / 14 }]);
  });

  test('the time before a resume is no work', () => {
    const records = traceWith(
      { kind: 'start', task: { content: '', items: [] } },
      { kind: 'end', node: 'r1/question', step: 'question', round: 1 },
      { kind: 'resume', why: 'restart', editedPrompts: [] },
      { kind: 'end', node: 'r1/content', step: 'content', round: 1 },
    );
    // 1 s up to the question, 1 s from the resume to the content
    expect(spansOf(readChain(records), records).totalMs).toBe(2_000);
  });
});

describe('two traces', () => {
  test('steps are paired by name, and what one alone has stands where it was', () => {
    const straight = readChain(
      BACK_ONCE.filter((each) => !('node' in each && each.node?.startsWith('r2/'))),
    );

    const pairs = pairChains(straight, chain);

    expect(pairs.map(({ name, change }) => [name, change])).toEqual([
      ['receive/image1', 'same'],
      ['r1/question', 'same'],
      ['r1/content', 'same'],
      ['r1/report', 'same'],
      ['r1/check', 'same'],
      ['r1/judge', 'same'],
      ['r2/content', 'only-right'],
      ['r2/report', 'only-right'],
      ['r2/check', 'only-right'],
      ['make/image2', 'same'],
    ]);
  });

  test('another result is a change', () => {
    const other = BACK_ONCE.map((each) =>
      each.kind === 'end' && each.node === 'r1/question' ? { ...each, result: 'other' } : each,
    );
    const [pair] = pairChains(chain, readChain(other)).filter(({ change }) => change !== 'same');
    expect(pair).toMatchObject({ name: 'r1/question', change: 'changed' });
  });
});
