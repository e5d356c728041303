import type { EndpointSettings } from '../../../../shared/model/endpoint.ts';
import type { CallFailure } from '../../../../shared/model/judge.ts';
import type { JudgedCaption, JudgedRecord } from '../../db/judged-outcomes.ts';
import type { OutcomeDraft, OutcomeFigure, OutcomeKey } from '../../db/outcomes.ts';
import type { RunMetric } from '../../../../shared/model/run.ts';
import type { Question } from '../../judges/define.ts';
import {
  figuresOf,
  JUDGED_VERSION,
  officialFallback,
  PROMPT_OF_FORM,
  type JudgedFigure,
  type JudgeForm,
  type JudgeReply,
} from '../../judges/index.ts';
import { sha256 } from '../scoring/outcome-key.ts';
import { paramsOf } from './call-key.ts';
import type { CallDesk } from './call-desk.ts';
import { promptOf, settingsOf, type JudgeSetup } from './judge-setup.ts';
import type { KeptAnswer } from './read-kept.ts';

/** One judgement: what is asked, and what it rests on. */
export interface Judging {
  readonly form: JudgeForm;
  /** @param repeat  which of several, from 0 */
  readonly question: (repeat: number) => Question<JudgeReply>;
  readonly captions: readonly JudgedCaption[];
}

/** @throws when nobody judges; what is listed for the judge has one */
export function judgeSettings(setup: JudgeSetup): EndpointSettings {
  const settings = settingsOf(setup, 'judge');
  if (settings === undefined) throw new Error('nobody judges');
  return settings;
}

/** What the outcome of a judgement is found by. @param contentHash  of all that is judged, hex */
export function judgedKey(
  setup: JudgeSetup,
  metric: RunMetric,
  form: JudgeForm,
  contentHash: string,
): OutcomeKey {
  const settings = judgeSettings(setup);
  const { repeats, isOfficialCompatible } = setup.scoring;
  const settingsHash = sha256(
    JSON.stringify([
      form,
      settings.model,
      promptOf(setup, PROMPT_OF_FORM[form]).hash,
      paramsOf(settings, form),
      repeats,
      isOfficialCompatible,
    ]),
  );
  return { metric, version: JUDGED_VERSION, contentHash, settingsHash };
}

/** Asks the judge, as often as is set, and makes figures of the answers. */
export async function askTheJudge(
  setup: JudgeSetup,
  desk: CallDesk,
  judging: Judging,
): Promise<OutcomeDraft> {
  const { form, captions } = judging;
  const { repeats, isOfficialCompatible } = setup.scoring;
  const answers = await Promise.all(
    Array.from({ length: repeats }, (_, repeat) => desk.ask(judging.question(repeat))),
  );
  const record = recordOf(
    setup,
    captions,
    answers.map(({ callId }) => callId),
  );
  const replies: JudgeReply[] = [];
  for (const answer of answers) {
    const reply = isOfficialCompatible ? officialReply(form, answer) : replyOf(answer);
    if (reply === undefined) return failed(answer, record);
    replies.push(reply);
  }
  return toOutcome(figuresOf(form, replies, setup.scoring), record);
}

/** Figures as an outcome, with what they were made of. */
export function toOutcome(figures: readonly JudgedFigure[], record: JudgedRecord): OutcomeDraft {
  const byMetric: Record<string, OutcomeFigure> = {};
  for (const { metric, value, raw, scale } of figures) byMetric[metric] = { value, raw, scale };
  // the figures of one question share what was said
  const components = { ...figures[0]?.evidence, ...record };
  return { status: 'scored', figures: byMetric, components };
}

/** What is kept with every judgement. */
export function recordOf(
  setup: JudgeSetup,
  captions: readonly JudgedCaption[],
  calls: readonly number[],
): JudgedRecord {
  const { isOfficialCompatible } = setup.scoring;
  return { judge: judgeSettings(setup).model, calls, captions, isOfficialCompatible };
}

/** The model answered, and what it answered cannot be used. */
const BAD_REPLIES: ReadonlySet<CallFailure> = new Set(['bad-reply', 'empty', 'refused', 'cut-off']);

function officialReply(form: JudgeForm, answer: KeptAnswer<JudgeReply>): JudgeReply | undefined {
  if (answer.status === 'failed' && BAD_REPLIES.has(answer.code)) return officialFallback(form);
  return replyOf(answer);
}

function replyOf(answer: KeptAnswer<JudgeReply>): JudgeReply | undefined {
  return answer.status === 'answered' ? answer.value : undefined;
}

function failed(answer: KeptAnswer<JudgeReply>, record: JudgedRecord): OutcomeDraft {
  const reason = answer.status === 'failed' ? answer.message : 'The judge gave no answer.';
  return { status: 'unscored', code: 'judge-failed', reason, components: record };
}
