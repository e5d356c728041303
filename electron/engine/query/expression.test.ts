import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  startFigured,
  type FiguredAnswer,
  type FiguredProject,
} from '../../../tests/builders/figured.ts';
import { COLUMN_LETTERS, type FilterFigure, type FilterNode } from '../../../shared/filter/ast.ts';
import { printFilter } from '../../../shared/filter/print.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import type { Response } from '../../../shared/model/response.ts';
import { createRandom } from '../../../shared/stats/random.ts';

const LIMIT_MS = 120_000;
const IDS = Array.from({ length: 14 }, (_, at) => String(at + 1));
const MODELS = ['Alpha', 'Beta', 'B'];
const WORDS = ['tidal power', 'a red kite', 'no answer', 'kites and tides'];

/** Figures on the scales of official files; some are missing, some answers too. */
function answersOf(seed: number): FiguredAnswer[] {
  const random = createRandom(seed);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  return IDS.filter(() => random() < 0.85).map((id) => ({
    id,
    content: `${oneOf(WORDS)} ${oneOf(['<image2>', '<image2> <audio1>', ''])}`,
    sc: random() < 0.2 ? undefined : oneOf([1, 2, 3, 4, 5, null]),
    gq:
      random() < 0.3
        ? undefined
        : { image2: oneOf([10, 35.5, 60, 60.1, 90]), text: oneOf([0, 50]) },
    hc: oneOf([1, 3, 5]),
    sh: oneOf([2, 4]),
  }));
}

const startSmall = () =>
  startFigured(IDS, { Alpha: answersOf(1), Beta: answersOf(2), B: answersOf(3) }, (id) => ({
    ...(Number(id) % 4 === 0 ? {} : { difficulty_level: (Number(id) % 3) + 1 }),
    ...(Number(id) % 5 === 0
      ? { input: { content: 'Say <audio1>.', modal: { audio1: 'audio/a.wav' } } }
      : {}),
  }));

describe('an independent reading of the same filters', () => {
  test(
    'finds the same instances, whatever the filter',
    async () => {
      const project = await startSmall();
      await annotate(project);
      const instances = await readAll(project);
      const seen = new Set<number>();

      const check = fc.asyncProperty(
        anyFilter,
        fc.shuffledSubarray(MODELS, { minLength: 2 }),
        async (filter, chosen) => {
          const expression = printFilter(filter);
          const expected = instances
            .filter((one) => holds(filter, one, chosen))
            .map(({ id }) => id);
          expect(await project.ids({ expression }, chosen), expression).toEqual(expected);
          seen.add(expected.length);
        },
      );
      await fc.assert(check, { numRuns: 250, seed: 7 });

      // filters that let nothing or everything through show little
      expect([...seen].filter((n) => n > 0 && n < IDS.length).length).toBeGreaterThan(8);
    },
    LIMIT_MS,
  );
});

/** An instance as the instance view has it, and what was said of it. */
interface Known extends InstanceDetail {
  readonly isFlagged: boolean;
  readonly tags: readonly string[];
}

async function annotate({ api }: FiguredProject): Promise<void> {
  const whole = { side: 'instance', mark: { kind: 'whole' } } as const;
  for (const id of ['2', '3', '9']) {
    await api.call('annotations.save', { key: keyOf(id), kind: 'flag', ...whole });
  }
  for (const id of ['3', '4']) {
    await api.call('annotations.save', { key: keyOf(id), kind: 'tag', tag: 'off-task', ...whole });
  }
}

const keyOf = (id: string) => `natural_science/chemistry/${id}`;

async function readAll({ api }: FiguredProject): Promise<Known[]> {
  const all: Known[] = [];
  for (const id of IDS) {
    const { instance } = await api.call('instances.get', { key: keyOf(id), models: MODELS });
    const { annotations } = await api.call('annotations.list', { key: keyOf(id) });
    const tags = annotations.flatMap(({ tag }) => tag ?? []);
    all.push({ ...instance, isFlagged: annotations.some(({ kind }) => kind === 'flag'), tags });
  }
  return all;
}

/** Slow and plain: from what the instance view shows, one instance after another. */
function holds(node: FilterNode, one: Known, chosen: readonly string[]): boolean {
  switch (node.kind) {
    case 'and':
      return node.parts.every((part) => holds(part, one, chosen));
    case 'or':
      return node.parts.some((part) => holds(part, one, chosen));
    case 'not':
      return !holds(node.part, one, chosen);
    case 'values':
      return hasValue(node.name, node.values, one);
    case 'state': {
      const models = node.model === undefined ? chosen : [modelNamed(node.model, chosen)];
      return models.some((model) => answerOf(one, model) !== undefined);
    }
    case 'search': {
      const texts = [one.task, one.reference, ...one.responses.map(({ sequence }) => sequence)];
      // as words, the last one as a beginning
      const pattern = new RegExp(`\\b${node.text.replace(' ', '\\W+')}`, 'i');
      const split = node.text.split(' ');
      return texts.some(({ content }) => pattern.test(content)) || everyWord(split, texts);
    }
    case 'scored':
      return chosen.some((model) => !Number.isNaN(valueOf(node.figure, one, model, chosen)));
    case 'compare':
      return chosen.some((model) => {
        const left = valueOf(node.figure, one, model, chosen);
        const right =
          typeof node.value === 'number' ? node.value : valueOf(node.value, one, model, chosen);
        if (Number.isNaN(left) || Number.isNaN(right)) return false;
        const order = Math.abs(left - right) <= 1e-9 ? 0 : Math.sign(left - right);
        return {
          '=': order === 0,
          '!=': order !== 0,
          '<': order < 0,
          '<=': order <= 0,
          '>': order > 0,
          '>=': order >= 0,
        }[node.op];
      });
    case 'mode':
      throw new Error('modes have tests of their own');
  }
}

function everyWord(words: readonly string[], texts: readonly { readonly content: string }[]) {
  const all = texts.map(({ content }) => content).join('\n');
  return words.every((word, at) =>
    new RegExp(`\\b${word}${at === words.length - 1 ? '' : '\\b'}`, 'i').test(all),
  );
}

function hasValue(name: string, values: readonly string[], one: Known): boolean {
  switch (name) {
    case 'difficulty':
      return values.includes(String(one.difficulty ?? 'unknown'));
    case 'inputModality':
      return values.every((value) => one.inputModalities.some((modality) => modality === value));
    case 'flagged':
      return values.includes(one.isFlagged ? 'yes' : 'no');
    case 'tag':
      return one.tags.some((tag) => values.includes(tag));
    case 'id':
      return values.includes(one.id);
    default:
      throw new Error(`not asked for: ${name}`);
  }
}

/** A model is called `B`: a name goes before the letter of a column. */
function modelNamed(name: string, chosen: readonly string[]): string {
  if (MODELS.includes(name)) return name;
  return chosen[COLUMN_LETTERS.findIndex((letter) => letter === name)] ?? '';
}

function answerOf({ responses }: Known, name: string): Response | undefined {
  return responses.find(({ model }) => model === name);
}

function valueOf(
  figure: FilterFigure,
  one: Known,
  open: string,
  chosen: readonly string[],
): number {
  const named = (name: string | undefined) =>
    name === undefined ? open : modelNamed(name, chosen);
  switch (figure.kind) {
    case 'score':
      return scoreOf(answerOf(one, named(figure.model)), figure.metric);
    case 'delta': {
      const [a, b] = [figure.a, figure.b].map((name) =>
        scoreOf(answerOf(one, named(name)), figure.metric),
      );
      return a! - b!;
    }
    case 'length':
      return sideOf(figure.of, one, named)?.content.length ?? Number.NaN;
    case 'items': {
      const side = sideOf(figure.of, one, named);
      if (side === undefined) return Number.NaN;
      const own = side.segments.filter(
        (each) => each.kind === 'tag' && each.role !== 'inputReference',
      );
      const wanted = own.filter(
        (each) =>
          figure.modality === undefined ||
          (each.kind === 'tag' && each.modality === figure.modality),
      );
      return new Set(wanted.map((each) => (each.kind === 'tag' ? each.tag : ''))).size;
    }
    case 'difficulty':
      return one.difficulty ?? Number.NaN;
    case 'problems':
      return one.problems.length;
    default:
      throw new Error(`not asked for: ${figure.kind}`);
  }
}

function sideOf(
  of: Extract<FilterFigure, { kind: 'length' }>['of'],
  one: Known,
  named: (name: string | undefined) => string,
) {
  if (of.kind !== 'response') return one[of.kind];
  return answerOf(one, named(of.model))?.sequence;
}

/** A response's own figure, or the mean of its items'. */
function scoreOf(response: Response | undefined, metric: string): number {
  const values = (response?.scores ?? []).flatMap((score) =>
    score.metric === metric && score.value !== undefined ? [score.value] : [],
  );
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const model = fc.constantFrom('Alpha', 'Beta', 'B', 'A');
const open = fc
  .option(model, { nil: undefined })
  .map((name) => (name === undefined ? {} : { model: name }));
const metric = fc.constantFrom('SC', 'GQ', 'SQCS', 'HC', 'StS', 'ICS');
const side = fc.oneof(
  fc.constantFrom({ kind: 'task' as const }, { kind: 'reference' as const }),
  open.map((own) => ({ kind: 'response' as const, ...own })),
);
const score = fc
  .record({ metric, own: open })
  .map(({ own, ...rest }) => ({ kind: 'score' as const, ...rest, ...own }));
const figure: fc.Arbitrary<FilterFigure> = fc.oneof(
  { weight: 4, arbitrary: score },
  fc.record({
    kind: fc.constant('delta' as const),
    metric,
    a: fc.constant('Alpha'),
    b: fc.constantFrom('Beta', 'B'),
  }),
  side.map((of) => ({ kind: 'length' as const, of })),
  side.map((of) => ({ kind: 'items' as const, of })),
  side.map((of) => ({ kind: 'items' as const, of, modality: 'audio' as const })),
  fc.constantFrom({ kind: 'problems' as const }, { kind: 'difficulty' as const }),
);
const limit = fc.constantFrom(-0.2, 0, 0.2, 0.4, 0.6, 0.601, 1, 2, 20, 35);
const op = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const compare = fc
  .record({ kind: fc.constant('compare' as const), figure, op, value: fc.oneof(limit, score) })
  // of a difficulty = and != ask for its values
  .filter(({ figure: own, op: sign }) => own.kind !== 'difficulty' || !sign.includes('='));
const values = fc.constantFrom<FilterNode>(
  { kind: 'values', name: 'difficulty', values: ['1', 'unknown'] },
  { kind: 'values', name: 'inputModality', values: ['audio'] },
  { kind: 'values', name: 'flagged', values: ['yes'] },
  { kind: 'values', name: 'tag', values: ['off-task'] },
  { kind: 'values', name: 'id', values: ['4', '11'] },
);
const leaf: fc.Arbitrary<FilterNode> = fc.oneof(
  { weight: 5, arbitrary: compare },
  { weight: 2, arbitrary: values },
  open.map((own) => ({ kind: 'state' as const, state: 'answered' as const, ...own })),
  fc
    .constantFrom('tidal', 'kite', 'red kite', 'nowhere')
    .map((text) => ({ kind: 'search' as const, text })),
  figure.map((own) => ({ kind: 'scored' as const, figure: own })),
);
const { node: anyFilter } = fc.letrec<{ node: FilterNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
    tie('node').map((part) => ({ kind: 'not' as const, part })),
  ),
}));

test(
  'what cannot be told is refused: a slip of typing with its place, ranges in words',
  async () => {
    const { ids, api } = await startFigured(['1', '2'], {
      Alpha: [
        { id: '1', sc: 4 },
        { id: '2', sc: 2 },
      ],
      Beta: [{ id: '1' }],
    });

    expect(await ids({ expression: 'SC("Alpha") > 0.5' })).toEqual(['1']);
    await expect(ids({ expression: 'SC("Alpah") > 0.5' })).rejects.toMatchObject({
      code: 'bad-query',
      message: expect.stringContaining('at character 4: There is no model "Alpah"') as string,
      details: { position: 3, length: 7, suggestion: '"Alpha"' },
    });
    const range = (metric: string, model: string, modelB?: string) =>
      ids({ ranges: [{ metric, model, ...(modelB === undefined ? {} : { modelB }) }] });
    await expect(range('SC', 'Gamma')).rejects.toThrow(
      'Cannot filter by SC: there is no model "Gamma"; there is "Alpha", "Beta".',
    );
    await expect(range('SC', 'Beta')).rejects.toThrow('"Beta" has no figure of SC; "Alpha" has.');
    await expect(range('SC', 'Alpha', 'Beta')).rejects.toThrow('"Beta" has no figure of SC');
    await expect(range('GQ', 'Alpha')).rejects.toThrow(
      'nobody has a figure of GQ; there are figures of',
    );
    // a letter is a column, and one model chosen has no column B
    await expect(ids({ expression: 'StS("B") > 0' }, ['Alpha'])).rejects.toThrow(
      '"B" stands for model 2 of those chosen, and 1 is chosen',
    );
    await expect(ids({ expression: 'SC > 0' }, ['Beta'])).rejects.toThrow(
      'no model chosen has a figure of SC; "Alpha" would have some',
    );
    // whether there are figures can be asked where there are none
    expect(await ids({ expression: 'GQ is unscored and SC("Beta") is unscored' })).toEqual([
      '1',
      '2',
    ]);
    const { vocabulary } = await api.call('instances.vocabulary', {});
    expect(vocabulary.metrics.find(({ id }) => id === 'SC')?.models).toEqual(['Alpha']);
  },
  LIMIT_MS,
);
