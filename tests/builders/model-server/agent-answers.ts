// How the server's model plays the agent's reasoner, checker and judger: it reads the task, does what it
// demands and follows the tools and numbers it is given. Tests make it err by scripts around this.
import type { ChatRequest } from './define.ts';

const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 };
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['image', /images?|pictures?|drawings?|charts?/],
  ['audio', /recordings?|audio clips?/],
  ['video', /videos?/],
  ['document', /documents?|tables?/],
  ['code', /programs?|scripts?/],
  ['threeD', /3D models?/],
];

interface PlannedItem {
  readonly modality: string;
  readonly content: string;
  readonly tool: string;
  readonly evidence: readonly string[];
}

/** @returns undefined for a form that is none of the agent's */
export function answerAsAgent(request: ChatRequest): Record<string, unknown> | undefined {
  const part = (name: string) => sectionOf(request.text, name);
  switch (request.formName) {
    case 'unima_question':
      return {
        paraphrase: `Wanted: ${part('TASK')}`,
        requirements: ['Do what the task says.'],
        required: requiredIn(part('TASK')),
        evidence: ['task'],
      };
    case 'unima_analysis': {
      const isData = /\b(mean|total|sum)\b/i.test(part('QUESTION'));
      return {
        is_data_analysis: isData,
        reason: isData ? 'Figures have to be computed.' : 'Reading is enough.',
        code: isData ? SUMS : '',
        evidence: ['task'],
      };
    }
    case 'unima_content':
      return {
        text_content: [
          { text: `The answer to: ${part('QUESTION').slice(0, 60)}`, evidence: ['task'] },
        ],
        items: plan(part('REQUIRED'), part('TOOLS')),
      };
    case 'unima_report':
      return report(request.text);
    case 'unima_check':
      return { findings: [], passed: true };
    case 'unima_judge':
      return { error: 'The plan lacks what was demanded; plan all of it.', step: 3 };
    default:
      return undefined;
  }
}

/** Adds up every number that stands in the inputs. */
const SUMS = `
const numbers = Object.values(inputs).join('\\n').match(/-?\\d+(\\.\\d+)?/g) || [];
const sum = numbers.reduce((total, one) => total + Number(one), 0);
print('numbers', numbers.length);
return { count: numbers.length, sum, mean: numbers.length === 0 ? null : sum / numbers.length };
`;

/** The text between the fences of one placeholder. */
export function sectionOf(text: string, name: string): string {
  const match = new RegExp(
    `===== BEGIN ${name} (\\w+) =====\\n([\\s\\S]*?)\\n===== END ${name} \\1 =====`,
  ).exec(text);
  const body = match?.[2] ?? '';
  return body === '(empty)' ? '' : body;
}

function requiredIn(task: string): { modality: string; count: number }[] {
  return KINDS.flatMap(([modality, words]) => {
    const all = task.matchAll(
      new RegExp(`\\b(an?|one|two|three|four|\\d+) (?:${words.source})\\b`, 'gi'),
    );
    const count = [...all].reduce((sum, match) => sum + numberOf(match[1] ?? ''), 0);
    return count === 0 ? [] : [{ modality, count }];
  });
}

const numberOf = (word: string) =>
  /^an?$/i.test(word) ? 1 : (NUMBERS[word.toLowerCase()] ?? Number(word));

function plan(required: string, tools: string): PlannedItem[] {
  return [...required.matchAll(/(\d+) (\w+)/g)].flatMap(([, count, modality = '']) =>
    Array.from({ length: Number(count) }, (_, at) => ({
      modality,
      content: `Item ${at + 1} of kind ${modality}: a red square.`,
      tool: new RegExp(`^(\\S+) \\(${modality}\\):`, 'm').exec(tools)?.[1] ?? 'none',
      evidence: ['task'],
    })),
  );
}

function report(text: string): Record<string, unknown> {
  const planned = sectionOf(text, 'PLAN');
  const items =
    planned === ''
      ? plan(sayRequired(sectionOf(text, 'TASK')), sectionOf(text, 'TOOLS'))
      : (JSON.parse(planned) as { items: PlannedItem[] }).items; // as the agent writes it
  const next = new Map(
    [...sectionOf(text, 'NUMBERS').matchAll(/^(\w+): [a-zA-Z]+(\d+)$/gm)].map(
      ([, modality = '', number]) => [modality, Number(number)],
    ),
  );
  const entries = items.map(({ modality, content, tool, evidence }) => {
    const number = next.get(modality) ?? 1;
    next.set(modality, number + 1);
    return {
      tag: `${modality}${number}`,
      modality,
      tool,
      prompt: content,
      content: CONTENTS[modality] ?? '',
      data: '',
      evidence,
    };
  });
  return {
    content: [
      'Here is the answer.',
      ...entries.map(({ tag }, at) => `Item ${at + 1}: <${tag}>`),
    ].join(' '),
    items: entries,
    claims: [{ text: 'Here is the answer.', evidence: ['task'] }],
  };
}

const sayRequired = (task: string) =>
  requiredIn(task)
    .map(({ modality, count }) => `${count} ${modality}`)
    .join(', ');

const CONTENTS: Readonly<Record<string, string>> = {
  audio: 'These are the words.',
  document: '# A title\n\nA paragraph.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  code: 'print("hello")\n',
};
