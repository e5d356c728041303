// Traces for tests: records as the agent writes them, with only what a test is about.
import type { TraceRecord } from '../../../../shared/model/agent.ts';

type Draft<K> = K extends TraceRecord['kind']
  ? { readonly kind: K } & Partial<Extract<TraceRecord, { readonly kind: K }>>
  : never;

const END = {
  status: 'done',
  inputHash: 'hash',
  given: [],
  used: [],
  gives: [],
  tokensIn: 10,
  tokensOut: 5,
  isFromCache: false,
  durationMs: 100,
} as const;

/** Numbers the records, one a second. */
export function traceWith(...drafts: readonly Draft<TraceRecord['kind']>[]): TraceRecord[] {
  return drafts.map((draft, seq) => {
    const at = new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString();
    // what a draft leaves out is of no interest to its test
    return { seq, at, ...(draft.kind === 'end' && END), ...draft } as TraceRecord;
  });
}

const REPORT = {
  content: 'Look: <image2>',
  items: [
    { tag: 'image2', modality: 'image', tool: 'chart', prompt: 'a curve', evidence: ['content'] },
  ],
  claims: [{ text: 'It rises.', evidence: ['input:image1'] }],
};

/** A chain whose first report is sent back to step 3, and whose second passes. */
export const BACK_ONCE = traceWith(
  {
    kind: 'start',
    key: 'a/b/1',
    model: 'UniMA',
    ablate: [],
    task: { content: 'Draw <image1>.', items: [{ tag: 'image1', modality: 'image' }] },
  },
  { kind: 'begin', node: 'receive/image1', step: 'caption', round: 0, tag: 'image1' },
  {
    kind: 'end',
    node: 'receive/image1',
    step: 'caption',
    round: 0,
    tag: 'image1',
    gives: [{ id: 'input:image1', kind: 'caption', node: 'receive/image1', text: 'a red curve' }],
  },
  { kind: 'end', node: 'r1/question', step: 'question', round: 1 },
  {
    kind: 'end',
    node: 'r1/content',
    step: 'content',
    round: 1,
    gives: [{ id: 'content', kind: 'content', node: 'r1/content', text: 'first plan' }],
  },
  { kind: 'end', node: 'r1/report', step: 'report', round: 1, result: { ...REPORT, items: [] } },
  {
    kind: 'verdict',
    node: 'r1/check',
    round: 1,
    passed: false,
    by: 'code',
    findings: [{ code: 'missing-modality', message: 'No image.' }],
  },
  { kind: 'end', node: 'r1/judge', step: 'judge', round: 1, result: { error: 'x', step: 3 } },
  { kind: 'backtrack', round: 1, toStep: 3, namedStep: 3, error: 'No image was planned.' },
  {
    kind: 'end',
    node: 'r2/content',
    step: 'content',
    round: 2,
    gives: [{ id: 'content', kind: 'content', node: 'r2/content', text: 'second plan' }],
  },
  { kind: 'end', node: 'r2/report', step: 'report', round: 2, result: REPORT },
  { kind: 'verdict', node: 'r2/check', round: 2, passed: true, by: 'model', findings: [] },
  { kind: 'end', node: 'make/image2', step: 'make', round: 2, tag: 'image2' },
  {
    kind: 'item',
    node: 'make/image2',
    tag: 'image2',
    modality: 'image',
    tool: 'chart',
    status: 'made',
    attempts: 1,
    file: 'x/image2.png',
  },
  {
    kind: 'finish',
    verdict: 'passed',
    reportNode: 'r2/report',
    rounds: 2,
    missing: [],
    tokensIn: 90,
    tokensOut: 45,
    seconds: 1,
  },
);
