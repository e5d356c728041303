import type { Asked, ChainHands } from '../../agent/define.ts';
import { giveUpCalls, prepareCallFinder, prepareCostFinder } from '../../db/calls.ts';
import type { WritableDb } from '../../db/handle.ts';
import type { Endpoints, Question } from '../../judges/define.ts';
import { untilAborted } from '../../judges/endpoint/until-aborted.ts';
import { questionKey } from '../judging/call-key.ts';
import type { CallDesk } from '../judging/call-desk.ts';
import type { PatientWrite } from '../scoring/patient-write.ts';

/** Asks by the desk, and tells what the answer cost. A question that failed before is asked anew. */
export function createAsk(
  db: WritableDb,
  write: PatientWrite,
  desk: CallDesk,
  endpoints: Pick<Endpoints, 'settingsOf'>,
  signal: AbortSignal,
): ChainHands['ask'] {
  const { find } = prepareCallFinder(db);
  const costOf = prepareCostFinder(db);
  return async <T>(question: Question<T>): Promise<Asked<T>> => {
    const settings = endpoints.settingsOf(question.role);
    if (settings === undefined) return unserved(question);
    const kept = find(questionKey(question, settings));
    const isFromCache = kept !== undefined && kept.failure === undefined;
    // whoever runs a chain again wants to know whether it works now
    if (kept?.failure !== undefined) await write(() => giveUpCalls(db, [kept.id], 'failed'));
    const answer = await untilAborted(desk.ask(question), signal);
    const call = costOf(answer.callId);
    const told = {
      tokensIn: isFromCache ? 0 : (call?.tokensIn ?? 0),
      tokensOut: isFromCache ? 0 : (call?.tokensOut ?? 0),
      costUsd: isFromCache ? 0 : call?.costUsd,
      isFromCache,
      isRepaired: call?.isRepaired ?? false,
    };
    if (answer.status === 'answered') {
      return { ...told, status: 'answered', value: answer.value, rawReply: answer.reply };
    }
    const { code, message } = answer;
    return { ...told, status: 'failed', code, message, rawReply: call?.reply };
  };
}

function unserved<T>({ role }: Question<T>): Asked<T> {
  return {
    status: 'failed',
    code: 'unserved',
    message: `No endpoint serves "${role}". Set one in Settings → Endpoints.`,
    rawReply: undefined,
    tokensIn: 0,
    tokensOut: 0,
    costUsd: 0,
    isFromCache: false,
    isRepaired: false,
  };
}
