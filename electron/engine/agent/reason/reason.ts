// The reasoning module: steps, check, and back to a named step, until a report passes or the rounds are
// used up. Each round keeps what the steps before its first one gave.
import type { AgentReport, CheckFinding, Evidence } from '../../../../shared/model/agent.ts';
import { StepFailed, type ChainHands, type ChainTask, type Demands } from '../define.ts';
import type { Journal } from '../journal.ts';
import { analyse } from './analyse.ts';
import type { TakenBacktrack } from './choose-step.ts';
import { demandsOf, sayCounts } from './demands.ts';
import type { ContentReply, QuestionReply } from './forms.ts';
import { askContent, askDirect, askQuestion, askReport, type StepContext } from './steps.ts';
import { check, judge } from './verify.ts';

/** What the generating module is to carry out. */
export interface Reasoned {
  readonly report: AgentReport;
  readonly reportNode: string;
  /** Why it is not known to be right; absent when it passed. */
  readonly unverified?: string | undefined;
  readonly rounds: number;
}

interface Candidate {
  readonly report: AgentReport;
  readonly round: number;
  readonly findings: readonly CheckFinding[];
}

/** What the steps of the last rounds gave. */
interface Given {
  question: { readonly reply: QuestionReply; readonly gives: Evidence } | undefined;
  dataReport: Evidence | undefined;
  content: { readonly reply: ContentReply; readonly gives: Evidence } | undefined;
}

/**
 * @param received  the task and the words for its items
 * @throws StepFailed where a step gave nothing and no report was made before
 */
export async function reason(
  task: ChainTask,
  received: readonly Evidence[],
  hands: ChainHands,
  journal: Journal,
): Promise<Reasoned> {
  const base = { task, hands, journal };
  if (task.ablate.includes('ter')) {
    const context = { ...base, round: 1, evidence: received, error: '' };
    const report = await askDirect(context, demandsOf(task, []));
    const unverified = 'It was written in one step, without a check.';
    return { report, reportNode: 'r1/direct', unverified, rounds: 1 };
  }
  const isVerified = !task.ablate.includes('verification');
  const given: Given = { question: undefined, dataReport: undefined, content: undefined };
  const candidates: Candidate[] = [];
  const taken: TakenBacktrack[] = [];
  let [from, error] = [1, ''];
  for (let round = 1; ; round++) {
    const errors = error === '' ? [] : [errorEvidence(round, error)];
    const contextOf = (...more: readonly (Evidence | undefined)[]): StepContext => ({
      ...base,
      round,
      error,
      evidence: [...received, ...more.filter((one) => one !== undefined), ...errors],
    });
    try {
      const { report, demands, question, context } = await steps(from, given, contextOf);
      if (!isVerified) {
        const unverified = 'Verification was switched off.';
        return { report, reportNode: nodeOf(round), unverified, rounds: round };
      }
      const candidate = { report, round, findings: [] };
      candidates.push(candidate);
      const findings = await check(context, report, demands, question);
      if (findings.length === 0) return { report, reportNode: nodeOf(round), rounds: round };
      candidates[candidates.length - 1] = { report, round, findings };
      if (taken.length >= task.maxRounds) return giveUp(candidates, round, undefined);
      const summary = { required: sayCounts(demands.required), ...repliesOf(given), report };
      const judged = await judge(context, summary, findings, taken);
      const { toStep, namedStep, note } = judged;
      journal.note({
        kind: 'backtrack',
        round,
        toStep,
        error: judged.error,
        ...(namedStep !== undefined && { namedStep }),
        ...(note !== undefined && { note }),
      });
      taken.push({ toStep, findings });
      [from, error] = [toStep, judged.error];
    } catch (caught) {
      if (!(caught instanceof StepFailed) || candidates.length === 0) throw caught;
      return giveUp(candidates, round, caught.message);
    }
  }
}

/** Does the steps from one on; what earlier ones gave stays. */
async function steps(
  from: number,
  given: Given,
  contextOf: (...more: readonly (Evidence | undefined)[]) => StepContext,
): Promise<{
  readonly report: AgentReport;
  readonly demands: Demands;
  readonly question: string;
  readonly context: StepContext;
}> {
  if (from <= 1 || given.question === undefined) given.question = await askQuestion(contextOf());
  const { reply, gives } = given.question;
  const question = gives.text;
  if (from <= 2) given.dataReport = await analyse(contextOf(gives), question);
  const { dataReport } = given;
  const demands = demandsOf(contextOf().task, reply.required);
  if (from <= 3 || given.content === undefined) {
    given.content = await askContent(contextOf(gives, dataReport), question, demands);
  }
  const context = contextOf(gives, dataReport, given.content.gives);
  const report = await askReport(context, question, demands, given.content.reply);
  return { report, demands, question, context };
}

const nodeOf = (round: number) => `r${round}/report`;

const errorEvidence = (round: number, text: string): Evidence => ({
  id: `error:${round - 1}`,
  kind: 'error',
  node: `r${round - 1}/judge`,
  text,
});

function repliesOf({ question, dataReport, content }: Given) {
  return {
    question: question?.reply,
    dataReport: dataReport?.text,
    content: content?.reply,
  };
}

/** The report with the fewest findings; of equals the last. */
function giveUp(
  candidates: readonly Candidate[],
  round: number,
  failure: string | undefined,
): Reasoned {
  const best = candidates.reduce((a, b) => (b.findings.length <= a.findings.length ? b : a));
  const found = best.findings.map(({ message }) => message).join(' ');
  const unverified =
    failure === undefined
      ? `No report passed within ${round} rounds. ${found}`
      : `A step failed: ${failure} ${found}`;
  return { report: best.report, reportNode: nodeOf(best.round), unverified, rounds: round };
}
