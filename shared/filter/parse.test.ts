import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FilterVocabulary } from '../model/filter-vocabulary.ts';
import {
  COMPARISONS,
  type FilterFigure,
  type FilterNode,
  type FilterProblem,
  type FilterSide,
  type ValueName,
} from './ast.ts';
import { parseFilter } from './parse.ts';
import { printFilter } from './print.ts';
import { fixedValues } from './words.ts';

const VOCABULARY: FilterVocabulary = {
  values: {
    field: ['natural_science', 'general_area'],
    subdomain: ['physics', 'computer_science'],
    combination: ['image → text', 'text → audio+image'],
    capability: [],
  },
  tags: [
    { id: 'off-task', label: 'Off task' },
    { id: 'artefacts', label: 'Artefacts' },
  ],
  models: ['Aria 7B', 'Echo'],
  metrics: [
    { id: 'StS', title: 'Strict structure', models: ['Aria 7B', 'Echo'] },
    { id: 'SC', title: 'Semantic correctness', models: ['Aria 7B'] },
    { id: 'SC-lexical', title: 'Baseline', models: ['Echo'] },
    { id: 'GQ', title: 'Quality', models: [] },
  ],
};

/** As it is printed again. */
function understood(text: string, vocabulary?: FilterVocabulary): string | undefined {
  const parsed = parseFilter(text, vocabulary);
  if (parsed.status === 'bad') throw new Error(parsed.problem.message);
  return parsed.filter === undefined ? undefined : printFilter(parsed.filter);
}

function problem(text: string, vocabulary?: FilterVocabulary): FilterProblem {
  const parsed = parseFilter(text, vocabulary);
  if (parsed.status === 'parsed') throw new Error(`it was understood: ${text}`);
  return parsed.problem;
}

test('an empty text means all', () => {
  expect(parseFilter('')).toEqual({ status: 'parsed', filter: undefined });
  expect(parseFilter('  \n')).toEqual({ status: 'parsed', filter: undefined });
});

test.each([
  [
    'field = "natural_science" and delta("SC", "A", "B") < -0.2 and output has audio',
    'field = "natural_science" and delta("SC", "A", "B") < -0.2 and output has audio',
  ],
  ['difficulty = 2, 3 AND input has 3D', 'difficulty = 2, 3 and input has threeD'],
  ['difficulty = hard or difficulty >= 2', 'difficulty = 3 or difficulty >= 2'],
  ['outputModality = video', 'output has video'],
  ['capability="say \\"no\\""', 'capability has "say \\"no\\""'],
  ['tag in (a, "b c")', 'tag has "a", "b c"'],
  ['not (flagged or rated = yes) and field != x', 'not (flagged or rated) and field != "x"'],
  ['a < .5 and (b >= -1e-3 or c ≠ 2)', 'a < 0.5 and (b >= -0.001 or c != 2)'],
  ['StS("A")==1 and SC is unscored', 'StS("A") = 1 and SC is unscored'],
  ['items("A", img)>items(reference)', 'items("A", image) > items(reference)'],
  ['length(task) > 500 and length("task") > 1', 'length(task) > 500 and length("task") > 1'],
  ['state(A) = answered and state != problems', 'state("A") = answered and not state = problems'],
  ['search tides and search "tidal power"', 'search "tides" and search "tidal power"'],
  ['mode = AWORSE and failure = timeout', 'mode = aWorse and failure = timeout'],
  ['SC-lexical("A") > SC("A") and id = 007', 'SC-lexical("A") > SC("A") and id = "007"'],
])('%s', (text, printed) => {
  expect(understood(text)).toBe(printed);
});

test('and binds closer than or', () => {
  expect(parseFilter('flagged or rated and mode = failed')).toMatchObject({
    filter: { kind: 'or', parts: [{ kind: 'values' }, { kind: 'and' }] },
  });
});

describe('names of the project', () => {
  test.each([
    ['FIELD = Natural-Science', 'field = "natural_science"'],
    ['tag has "off task"', 'tag has "off-task"'],
    ['sc("aria 7b") > 0', 'SC("Aria 7B") > 0'],
    ['StS(b) > StS(a)', 'StS("B") > StS("A")'],
    // a field of UniM that this project has nothing of
    ['field = social_science', 'field = "social_science"'],
  ])('are spelled as it spells them: %s', (text, printed) => {
    expect(understood(text, VOCABULARY)).toBe(printed);
  });

  test.each([
    ['field = natral_science', 8, 14, 'Did you mean "natural_science"?', 'natural_science'],
    ['fild = general_area', 0, 4, 'nothing to filter by. Did you mean "field"?', 'field'],
    ['StS("Ehco") < 1', 4, 6, 'there is "Aria 7B", "Echo". Did you mean "Echo"?', '"Echo"'],
    ['rated and SCC("A") < 1', 10, 3, 'There is no metric "SCC"', 'SC'],
    ['mode = repeats', 7, 7, 'Did you mean "repeatsDisagree"?', 'repeatsDisagree'],
    ['flagged nad rated', 8, 3, 'joined by "and" or "or"', 'and'],
    ['tag has artifacts', 8, 9, 'Did you mean "artefacts"?', 'artefacts'],
    ['combination = "image → txt"', 14, 13, 'Did you mean', '"image → text"'],
  ])('%s: where the slip is, and what was meant', (text, position, length, says, suggestion) => {
    const found = problem(text, VOCABULARY);

    expect(found).toMatchObject({ position, length, suggestion });
    expect(found.message).toContain(says);
    // what is suggested is understood
    const mended = text.slice(0, position) + suggestion + text.slice(position + length);
    expect(parseFilter(mended, VOCABULARY).status).toBe('parsed');
  });

  test.each([
    ['GQ("Echo") < 1', 'Nobody has a figure of GQ yet; there are figures of StS, SC, SC-lexical'],
    ['SC("Echo") < 1', '"Echo" has no figure of SC; "Aria 7B" has'],
    ['delta("SC", "Aria 7B", "Echo") < 0', '"Echo" has no figure of SC'],
    ['delta("StS", "Echo", "Echo") < 0', 'needs two models, and both are "Echo"'],
    ['SC("C") < 1', '"C" stands for model 3, and the project has 2'],
    ['capability has logic', 'The project has no capability at all'],
    ['field = "Mars"', 'The project has no field "Mars"'],
    ['colour = red', '"colour" is nothing to filter by'],
    ['items(task, text) > 1', 'Text is not counted'],
  ])('%s: what cannot be told', (text, says) => {
    expect(problem(text, VOCABULARY).message).toContain(says);
  });

  test('whether there are figures can be asked where there are none', () => {
    expect(understood('GQ is unscored and SC("Echo") is scored', VOCABULARY)).toBe(
      'GQ is unscored and SC("Echo") is scored',
    );
  });

  test('a difference needs a second model', () => {
    const one = { ...VOCABULARY, models: ['Echo'] };

    expect(problem('flagged and delta("StS", "A", "B") < 0', one)).toEqual({
      position: 12,
      length: 5,
      message:
        'A difference needs two models, and the project has one: "Echo". ' +
        'Import predictions of another model first.',
    });
    expect(problem('StS("B") < 1', one).message).toContain('"B" stands for model 2');
    expect(problem('StS("B") < 1', { ...one, models: [] }).message).toContain('no model yet');
  });
});

test.each([
  ['field', 5, 'A value belongs here'],
  ['field =', 7, 'A value of field belongs here, but the filter ends here'],
  ['field = and rated', 8, 'put it in quotation marks'],
  ['flagged and', 11, 'A clause belongs here'],
  ['(flagged', 0, 'never closed'],
  ['flagged)', 7, 'never opened'],
  ['field = "open', 8, 'has no end'],
  ['output has smell', 11, 'There is no modality "smell"'],
  ['output audio', 7, '"has" and modalities belong here'],
  ['state = happy', 8, 'state can be answered, unanswered, problems'],
  ['StS("A") 0.5', 9, 'A comparison belongs here'],
  ['StS("A") < ', 10, 'A number or a figure belongs here'],
  ['StS("A") < 0.2.5', 11, 'is no number'],
  ['delta("StS", "A") < 0', 16, 'A comma and a second model'],
  ['search "!?"', 7, 'no word to search for'],
  ['= 3', 0, 'A clause belongs here'],
  ['difficulty = 7', 13, 'difficulty can be 1, 2, 3, unknown'],
  ['flagged ! rated', 8, 'joined by "and" or "or"'],
])('what is no filter, and where: %s', (text, position, says) => {
  const found = problem(text);

  expect(found.message).toContain(says);
  expect(found.position).toBe(position);
  expect(found.length).toBeGreaterThan(0);
});

test('what is nested without end is refused, not run out of', () => {
  expect(problem('('.repeat(4000)).message).toContain('nested too deep');
  expect(problem('not '.repeat(1000) + 'rated').message).toContain('nested too deep');
});

const text = fc.string({ minLength: 1, maxLength: 12 });
const model = fc
  .option(text, { nil: undefined })
  .map((name) => (name === undefined ? {} : { model: name }));
const side: fc.Arbitrary<FilterSide> = fc.oneof(
  fc.constantFrom({ kind: 'task' as const }, { kind: 'reference' as const }),
  model.map((own) => ({ kind: 'response' as const, ...own })),
);
const metric = fc.constantFrom('StS', 'SC', 'SC-lexical', 'GQ');
const figure: fc.Arbitrary<FilterFigure> = fc.oneof(
  fc
    .record({ metric, own: model })
    .map(({ own, ...rest }) => ({ kind: 'score' as const, ...rest, ...own })),
  fc
    .record({ kind: fc.constant('delta' as const), metric: text, a: text, b: text })
    .filter(({ a, b }) => a !== b),
  side.map((of) => ({ kind: 'length' as const, of })),
  fc.record({
    kind: fc.constant('items' as const),
    of: side,
    modality: fc.constantFrom('image', 'threeD'),
  }),
  side.map((of) => ({ kind: 'items' as const, of })),
  model.map((own) => ({ kind: 'marks' as const, ...own })),
  fc.constantFrom(
    { kind: 'problems' as const },
    { kind: 'notes' as const },
    { kind: 'difficulty' as const },
  ),
);
const isBare = (value: number | FilterFigure) =>
  typeof value === 'object' && value.kind === 'score' && value.model === undefined;
const valuesNode = fc
  .constantFrom<ValueName>(
    'field',
    'difficulty',
    'inputModality',
    'tag',
    'flagged',
    'rated',
    'mark',
    'failure',
    'key',
  )
  .chain((name) => {
    const value = fc.constantFrom(...(fixedValues(name) ?? ['a']));
    const values = fixedValues(name) === undefined ? text : value;
    return fc.record({
      kind: fc.constant('values' as const),
      name: fc.constant(name),
      values: fc.uniqueArray(values, { minLength: 1, maxLength: 3 }),
    });
  });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const leaf: fc.Arbitrary<FilterNode> = fc.oneof(
  valuesNode,
  model.map((own) => ({ kind: 'state' as const, state: 'answered' as const, ...own })),
  text
    .filter((words) => /[\p{L}\p{N}]/u.test(words))
    .map((words) => ({ kind: 'search' as const, text: words })),
  fc.constant({ kind: 'mode' as const, mode: 'judgeQualityFlip' as const }),
  figure.map((own) => ({ kind: 'scored' as const, figure: own })),
  fc
    .record({
      kind: fc.constant('compare' as const),
      figure,
      op: fc.constantFrom(...COMPARISONS),
      value: fc.oneof(number, figure),
    })
    // of a difficulty = and != ask for its values; two bare words could be anything
    .filter(({ figure: { kind }, op }) => kind !== 'difficulty' || /[<>]/.test(op))
    .filter(({ figure: left, value, op }) => /[<>]/.test(op) || !(isBare(left) && isBare(value))),
);
const { node } = fc.letrec<{ node: FilterNode }>((tie) => ({
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

test('what is printed is read back as it was', () => {
  fc.assert(
    fc.property(node, (filter) => {
      expect(parseFilter(printFilter(filter))).toEqual({ status: 'parsed', filter });
    }),
    { numRuns: 400 },
  );
});

test('no text breaks the reader, and a slip lies in the text', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        'field',
        '=',
        '(',
        ')',
        '"',
        ',',
        'and',
        'not',
        'SC',
        '<',
        '0.2',
        'delta',
        'has',
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(pieces, fc.constantFrom('', ' '), (all, between) => {
      const typed = all.join(between);
      const parsed = parseFilter(typed, VOCABULARY);
      if (parsed.status === 'parsed') return;
      expect(parsed.problem.length).toBeGreaterThan(0);
      expect(parsed.problem.position).toBeGreaterThanOrEqual(0);
      expect(parsed.problem.position).toBeLessThanOrEqual(typed.length);
    }),
    { numRuns: 500 },
  );
});
