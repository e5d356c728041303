import type { EndpointSettings } from '../../../../shared/model/endpoint.ts';
import type { RunId } from '../../../../shared/model/run.ts';
import { prepareBatchWriter } from '../../db/batches.ts';
import { prepareCallWriter, type KeptCall } from '../../db/calls.ts';
import type { WritableDb } from '../../db/handle.ts';
import type { Answer, Question } from '../../judges/define.ts';
import type { PatientWrite } from '../scoring/patient-write.ts';
import { paramsOf } from './call-key.ts';
import { promptOf, type JudgeSetup } from './judge-setup.ts';

/** A question, under which key it is kept, and what came back. */
export interface Answered {
  readonly question: Question;
  readonly key: string;
  /** As it went out; see `askedKey`. */
  readonly sentKey: string;
  readonly settings: EndpointSettings;
  readonly answer: Answer;
}

export interface CallRecorderOptions {
  readonly db: WritableDb;
  readonly write: PatientWrite;
  readonly runId: RunId;
  readonly setup: JudgeSetup;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Writes answers down as they come, each with what it cost, and takes the question out of its batch. */
export function createCallRecorder(
  options: CallRecorderOptions,
): (answered: Answered) => Promise<KeptCall> {
  const { db, write, runId, setup, clock } = options;
  const keep = prepareCallWriter(db);
  const batches = prepareBatchWriter(db);
  return async ({ question, key, sentKey, settings, answer }) => {
    const { role, prompt, form, filled, inputHash, repeat } = question;
    const { usage, latencyMs, attempts, isRepaired } = answer;
    const kept = toKept(answer);
    const draft = {
      ...kept,
      ...usage,
      callKey: key,
      role,
      model: settings.model,
      baseUrl: settings.baseUrl,
      prompt: { ...prompt, text: prompt.text ?? promptOf(setup, prompt.id).text },
      filled,
      inputHash,
      params: paramsOf(settings, form.name),
      repeat,
      latencyMs,
      attempts,
      isRepaired,
      runId,
      at: new Date(clock()).toISOString(),
    };
    let id = 0;
    await write(() => {
      id = keep(draft);
      batches.remove([sentKey]);
    });
    return { id, ...kept };
  };
}

function toKept(answer: Answer): Omit<KeptCall, 'id'> {
  const failure =
    answer.status === 'failed' ? { code: answer.code, message: answer.message } : undefined;
  return { reply: answer.rawReply, failure };
}
