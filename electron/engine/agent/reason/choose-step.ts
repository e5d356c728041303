// Which step a chain goes back to. The judger names one; where going there cannot help, an earlier one is
// taken, so that no chain turns in a circle until its rounds are used up. Pure.
import type { CheckFinding, SercStep } from '../../../../shared/model/agent.ts';

/** A backtrack that was taken. */
export interface TakenBacktrack {
  readonly toStep: SercStep;
  /** What the check found before it. */
  readonly findings: readonly CheckFinding[];
}

export interface Choice {
  readonly toStep: SercStep;
  /** Why it is not the step that was named, for people. */
  readonly note?: string;
}

/** @param named  undefined where the judger gave no usable reply */
export function chooseStep(
  named: { readonly step: SercStep; readonly error: string } | undefined,
  findings: readonly CheckFinding[],
  taken: readonly TakenBacktrack[],
): Choice {
  if (named === undefined) {
    const toStep = stepOfFindings(findings);
    return { toStep, note: `The judger named no step; the findings point to step ${toStep}.` };
  }
  const inWords = stepInWords(named.error);
  const step = inWords === undefined ? named.step : earlier(inWords, named.step);
  const contradiction =
    inWords === undefined || inWords === named.step
      ? undefined
      : `The judger names step ${named.step} and writes of step ${inWords}; the earlier one is taken.`;
  const last = taken.at(-1);
  if (last?.toStep === step && isSame(last.findings, findings) && step > 1) {
    const toStep = before(step);
    const note = `Step ${step} was done again without effect; step ${toStep} is tried.`;
    return { toStep, note: join(contradiction, note) };
  }
  const beforeLast = taken.at(-2);
  if (beforeLast?.toStep === step && last !== undefined && last.toStep !== step && step > 1) {
    const toStep = before(earlier(step, last.toStep));
    const note = `The judger goes to and fro between steps ${step} and ${last.toStep}; step ${toStep} is tried.`;
    return { toStep, note: join(contradiction, note) };
  }
  return contradiction === undefined ? { toStep: step } : { toStep: step, note: contradiction };
}

const join = (first: string | undefined, second: string) =>
  first === undefined ? second : `${first} ${second}`;

const earlier = (a: SercStep, b: SercStep): SercStep => (a < b ? a : b);
const before = (step: SercStep): SercStep => (step <= 2 ? 1 : step === 3 ? 2 : 3);

/** A step that the words name, where they name just one. */
function stepInWords(error: string): SercStep | undefined {
  const named = new Set([...error.matchAll(/\bstep\s*([1-4])\b/gi)].map((match) => match[1]));
  const [only, ...more] = named;
  return only === undefined || more.length > 0 ? undefined : (Number(only) as SercStep); // 1..4
}

const OF_PLAN: ReadonlySet<CheckFinding['code']> = new Set([
  'missing-modality',
  'extra-modality',
  'wrong-count',
  'wrong-tool',
  'logic',
  'fact',
]);

/** The step that findings point to by themselves. */
function stepOfFindings(findings: readonly CheckFinding[]): SercStep {
  return findings.some(({ code }) => OF_PLAN.has(code)) ? 3 : 4;
}

function isSame(a: readonly CheckFinding[], b: readonly CheckFinding[]): boolean {
  const names = (all: readonly CheckFinding[]) =>
    all.map(({ code, tag, modality }) => JSON.stringify([code, tag, modality])).sort();
  return names(a).join() === names(b).join();
}
