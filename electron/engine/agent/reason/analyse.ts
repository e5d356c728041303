// Step 2: where the question is about data, code is written and run; a program that fails is mended once.
import type { Evidence } from '../../../../shared/model/agent.ts';
import { CODE_LIMITS, type CodeInput, type CodeResult } from '../tools/define.ts';
import { sayEvidence, knownIds } from '../evidence.ts';
import { sha256, type EndRecord } from '../journal.ts';
import { ANALYSIS_FORM, AnalysisReply } from './forms.ts';
import { askStep, gave, headOf, type StepContext } from './steps.ts';

/** Begin of each input that the model is shown. */
const SHOWN = 2000;

/** @returns undefined where nothing had to be computed, or no program ran */
export async function analyse(
  context: StepContext,
  question: string,
): Promise<Evidence | undefined> {
  const inputs = await readInputs(context);
  const first = await askAnalysis(context, question, inputs, context.error, '');
  if (!first.is_data_analysis || first.code.trim() === '') return undefined;
  const ran = await run(context, first.code, inputs, '');
  if (ran.status === 'done') return ran.gives[0];
  const error = `This program failed:\n${first.code}\n\n${ran.problem?.message ?? ''}`;
  const second = await askAnalysis(context, question, inputs, error, '-again');
  const again = await run(context, second.code, inputs, '-again');
  return again.status === 'done' ? again.gives[0] : undefined;
}

async function askAnalysis(
  context: StepContext,
  question: string,
  inputs: readonly CodeInput[],
  error: string,
  suffix: string,
): Promise<AnalysisReply> {
  const { evidence, journal } = context;
  const plain = headOf(context, 'analysis');
  const head = { ...plain, node: plain.node + suffix };
  const begins = inputs.map(({ name, text }) => `[${name}]\n${text.slice(0, SHOWN)}`);
  const filled = {
    question,
    evidence: sayEvidence(evidence),
    inputs: begins.join('\n\n'),
    error,
  };
  const asking = askStep(context, 'agent-analysis', filled, ANALYSIS_FORM);
  const end = await journal.ask(head, asking, (reply) => ({
    used: knownIds(reply.evidence, evidence),
    gives: [],
    result: reply,
  }));
  return AnalysisReply.parse(end.result);
}

async function run(
  context: StepContext,
  source: string,
  inputs: readonly CodeInput[],
  suffix: string,
): Promise<EndRecord> {
  const { hands, journal } = context;
  const plain = headOf(context, 'code');
  const head = { ...plain, node: plain.node + suffix };
  return await journal.node(head, sha256(JSON.stringify([source, inputs])), async () => {
    const result = await hands.runCode(source, inputs, CODE_LIMITS, hands.signal);
    const kept = { source, ...result };
    if (result.status === 'failed') {
      const { code, message } = result;
      return { status: 'failed', result: kept, problem: { code, message } };
    }
    const gives = [gave('data-report', 'data-report', head, sayReport(result))];
    return { status: 'done', result: kept, gives };
  });
}

function sayReport(result: Extract<CodeResult, { status: 'ran' }>): string {
  const { output, value, tables, charts } = result;
  const parts = [
    output.trim(),
    value === undefined ? '' : JSON.stringify(value, undefined, 1),
    ...tables.map(({ title, columns, rows }) =>
      [title, columns.join(' | '), ...rows.map((row) => row.join(' | '))].join('\n'),
    ),
    ...charts.map((spec) => `Chart, as data for the tool "chart":\n${JSON.stringify(spec)}`),
  ];
  return parts.filter((part) => part !== '').join('\n\n') || '(no result)';
}

/** The text of what holds some, else what it was put into. */
async function readInputs({ task, hands, evidence }: StepContext): Promise<CodeInput[]> {
  const inputs: CodeInput[] = [];
  for (const item of task.items) {
    const caption = evidence.find(({ id }) => id === `input:${item.tag}`)?.text ?? '';
    inputs.push({ name: item.tag, text: (await hands.textOf(item)) ?? caption });
  }
  return inputs;
}
