// Verification: code looks first, and the checker only at what code has nothing against. What does not
// pass goes to the judger, who names the error and the step.
import type { AgentReport, CheckFinding, SercStep } from '../../../../shared/model/agent.ts';
import { StepFailed, type Demands } from '../define.ts';
import { sayEvidence } from '../evidence.ts';
import { checkReport } from './check-report.ts';
import { chooseStep, type Choice, type TakenBacktrack } from './choose-step.ts';
import { CHECK_FORM, CheckReply, JUDGE_FORM, JudgeReply } from './forms.ts';
import { askStep, headOf, type StepContext } from './steps.ts';

/** What the check of a report gave. @throws StepFailed where the checker gave no usable reply */
export async function check(
  context: StepContext,
  report: AgentReport,
  demands: Demands,
  question: string,
): Promise<readonly CheckFinding[]> {
  const { task, hands, journal, round, evidence } = context;
  const head = headOf(context, 'check');
  const tell = (by: 'code' | 'model', findings: readonly CheckFinding[]) => {
    const passed = findings.length === 0;
    journal.note({ kind: 'verdict', node: head.node, round, passed, by, findings: [...findings] });
    return findings;
  };
  const ids = new Set(evidence.map(({ id }) => id));
  const seen = checkReport(report, demands, hands.makers, ids);
  if (seen.length > 0) return tell('code', seen);
  const filled = {
    task: task.content,
    question,
    evidence: sayEvidence(evidence),
    report: JSON.stringify(report, undefined, 1),
  };
  const asking = askStep(context, 'agent-check', filled, CHECK_FORM);
  const end = await journal.ask(head, asking, (reply) => ({ used: [], gives: [], result: reply }));
  return tell('model', toFindings(CheckReply.parse(end.result)));
}

/** A check that does not pass and names nothing has found something. */
function toFindings({ findings, passed }: CheckReply): CheckFinding[] {
  const named = findings.map(({ code, message, tag }): CheckFinding => {
    return { code, message, ...(tag !== '' && { tag }) };
  });
  if (named.length > 0 || passed) return named;
  return [{ code: 'other', message: 'The checker did not let it pass and did not say why.' }];
}

export interface Judged extends Choice {
  readonly namedStep?: SercStep | undefined;
  readonly error: string;
}

/** What is wrong at its root, and where to go back to. */
export async function judge(
  context: StepContext,
  steps: unknown,
  findings: readonly CheckFinding[],
  taken: readonly TakenBacktrack[],
): Promise<Judged> {
  const said = findings.map(({ code, message }) => `${code}: ${message}`).join('\n');
  const named = await askJudge(context, steps, said, taken);
  const choice = chooseStep(named, findings, taken);
  if (named === undefined) return { ...choice, error: said };
  return { ...choice, namedStep: named.step, error: `${named.error}\n${said}` };
}

async function askJudge(
  context: StepContext,
  steps: unknown,
  findings: string,
  taken: readonly TakenBacktrack[],
): Promise<{ readonly step: SercStep; readonly error: string } | undefined> {
  const { task, journal } = context;
  const head = headOf(context, 'judge');
  const filled = {
    task: task.content,
    steps: JSON.stringify(steps, undefined, 1),
    findings,
    backtracks: taken.map(({ toStep }, at) => `round ${at + 1}: to step ${toStep}`).join('\n'),
  };
  const asking = askStep(context, 'agent-judge', filled, JUDGE_FORM);
  try {
    const end = await journal.ask(head, asking, (reply) => ({
      used: [],
      gives: [],
      result: reply,
    }));
    const { step, error } = JudgeReply.parse(end.result);
    return { step: step as SercStep, error }; // 1..4, by the form
  } catch (error) {
    if (error instanceof StepFailed) return undefined; // its raw reply stands in the trace
    throw error;
  }
}
