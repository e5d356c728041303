// The four steps of the evidence chain, each one question to the reasoner. What a step gives is evidence
// for the later ones.
import type { AgentReport, Evidence, ReportEntry } from '../../../../shared/model/agent.ts';
import type { Prompt, PromptId } from '../../../../shared/model/judge.ts';
import { parseTagName } from '../../../../shared/interleave/parse.ts';
import type { Question, ReplyForm } from '../../judges/define.ts';
import { makeQuestion } from '../../judges/make-question.ts';
import type { ChainHands, ChainTask, Demands, Maker } from '../define.ts';
import { knownIds, sayEvidence } from '../evidence.ts';
import type { Journal, NodeHead } from '../journal.ts';
import { sayCounts } from './demands.ts';
import {
  CONTENT_FORM,
  ContentReply,
  KeptReport,
  QUESTION_FORM,
  QuestionReply,
  REPORT_FORM,
  type ReportReply,
} from './forms.ts';

/** Where a step is done, and what it may know. */
export interface StepContext {
  readonly task: ChainTask;
  readonly hands: ChainHands;
  readonly journal: Journal;
  readonly round: number;
  /** All that later steps may rest on so far. */
  readonly evidence: readonly Evidence[];
  /** What was wrong with the last report; '' in the first round. */
  readonly error: string;
}

/** A step's question, with the prompt that it was made from. */
export function askStep<T>(
  { hands }: Pick<StepContext, 'hands'>,
  id: PromptId,
  filled: Readonly<Record<string, string>>,
  form: ReplyForm<T>,
): { readonly question: Question<T>; readonly prompt: Prompt } {
  const prompt = hands.promptOf(id);
  const question = makeQuestion({ prompt, repeat: hands.repeat }, filled, form);
  return { prompt, question: withText(question, prompt) };
}

/** What is kept with the answer; a re-run may have prompts of its own. */
export function withText<T>(question: Question<T>, { text }: Prompt): Question<T> {
  return { ...question, prompt: { ...question.prompt, text } };
}

/** The name and place of a node of the reasoning module. */
export function headOf(
  { round, evidence }: Pick<StepContext, 'round' | 'evidence'>,
  step: NodeHead['step'],
): NodeHead {
  return { node: `r${round}/${step}`, step, round, given: evidence.map(({ id }) => id) };
}

/** What a step gives, as evidence of its round: the latest of a kind holds. */
export function gave(
  id: string,
  kind: Evidence['kind'],
  { node }: NodeHead,
  text: string,
): Evidence {
  return { id, kind, node, text };
}

/** Step 1: the question in other words, and what the answer must contain. */
export async function askQuestion(context: StepContext): Promise<{
  readonly reply: QuestionReply;
  readonly gives: Evidence;
}> {
  const { task, evidence, error, journal } = context;
  const head = headOf(context, 'question');
  const filled = { task: task.content, evidence: sayEvidence(evidence.slice(1)), error };
  const asking = askStep(context, 'agent-question', filled, QUESTION_FORM);
  const gives = (reply: QuestionReply) =>
    gave(
      'question',
      'question',
      head,
      [reply.paraphrase, ...reply.requirements.map((one) => `- ${one}`)].join('\n'),
    );
  const end = await journal.ask(head, asking, (reply) => ({
    used: knownIds(reply.evidence, evidence),
    gives: [gives(reply)],
    result: reply,
  }));
  const reply = QuestionReply.parse(end.result);
  return { reply, gives: gives(reply) };
}

/** Step 3: what the text says, what each item shows, and who makes it. */
export async function askContent(
  context: StepContext,
  question: string,
  demands: Demands,
): Promise<{ readonly reply: ContentReply; readonly gives: Evidence }> {
  const { evidence, error, journal, hands } = context;
  const head = headOf(context, 'content');
  const filled = {
    question,
    required: sayCounts(demands.required),
    evidence: sayEvidence(evidence),
    tools: sayTools(hands.makers),
    error,
  };
  const asking = askStep(context, 'agent-content', filled, CONTENT_FORM);
  const gives = (reply: ContentReply) => gave('content', 'content', head, sayPlan(reply));
  const end = await journal.ask(head, asking, (reply) => ({
    used: knownIds(
      [...reply.text_content, ...reply.items].flatMap((one) => one.evidence),
      evidence,
    ),
    gives: [gives(reply)],
    result: reply,
  }));
  const reply = ContentReply.parse(end.result);
  return { reply, gives: gives(reply) };
}

/** Step 4: the interleaved text, and an order for each of its tags. */
export async function askReport(
  context: StepContext,
  question: string,
  demands: Demands,
  plan: ContentReply,
): Promise<AgentReport> {
  const { task, evidence, error, journal, hands } = context;
  const head = headOf(context, 'report');
  const filled = {
    task: task.content,
    question,
    required: sayCounts(demands.required),
    numbers: sayNumbers(demands),
    plan: sayPlan(plan),
    evidence: sayEvidence(evidence),
    tools: sayTools(hands.makers),
    error,
  };
  const asking = askStep(context, 'agent-report', filled, REPORT_FORM);
  const end = await journal.ask(head, asking, (reply) => readReport(reply, evidence));
  return KeptReport.parse(end.result);
}

/** Without TER: the report straight from the captions. */
export async function askDirect(context: StepContext, demands: Demands): Promise<AgentReport> {
  const { task, evidence, journal, hands } = context;
  const head = headOf(context, 'direct');
  const filled = {
    task: task.content,
    numbers: sayNumbers(demands),
    evidence: sayEvidence(evidence.slice(1)),
    tools: sayTools(hands.makers),
  };
  const asking = askStep(context, 'agent-direct', filled, REPORT_FORM);
  const end = await journal.ask(head, asking, (reply) => readReport(reply, evidence));
  return KeptReport.parse(end.result);
}

function readReport(reply: ReportReply, evidence: readonly Evidence[]) {
  const report = toReport(reply);
  const named = [...report.items, ...report.claims].flatMap((one) => one.evidence);
  return { used: knownIds(named, evidence), gives: [], result: report };
}

/** A report as it is kept: tags as they are written, data read. */
export function toReport({ content, items, claims }: ReportReply): AgentReport {
  return {
    content,
    claims,
    items: items.map(({ tag, content: text, data, ...rest }): ReportEntry => {
      const value = parseData(data);
      return {
        ...rest,
        tag: parseTagName(tag)?.tag ?? tag.trim(),
        ...(text.trim() !== '' && { content: text }),
        ...(value !== undefined && { data: value }),
      };
    }),
  };
}

/** JSON written into a string; text that is none stays text, and the tool says what it needs. */
function parseData(data: string): unknown {
  if (data.trim() === '') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

function sayPlan({ text_content: text, items }: ContentReply): string {
  return JSON.stringify({ text, items }, undefined, 1);
}

function sayNumbers({ numbers }: Demands): string {
  return Object.entries(numbers)
    .map(([modality, first]) => `${modality}: ${modality}${first}`)
    .join('\n');
}

function sayTools(makers: readonly Maker[]): string {
  return makers
    .map(({ id, modality, description }) => `${id} (${modality}): ${description}`)
    .join('\n');
}
