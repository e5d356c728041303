import type { RunAgain } from '../../../../shared/model/run.ts';
import { giveUpCalls } from '../../db/calls.ts';
import type { WritableDb } from '../../db/handle.ts';
import { listCallsBehind } from '../../db/judged-outcomes.ts';
import { giveUpOutcomes } from '../../db/outcomes.ts';

/**
 * Lets judgements be made anew. Those that are there stay what they are until they are replaced, and
 * captions that are forgotten make every judgement that used them one that is to be made anew.
 *
 * @param outcomeIds  of the judgements
 */
export function forgetJudgements(
  db: WritableDb,
  outcomeIds: readonly number[],
  again: RunAgain,
): void {
  const { judge, captions } = listCallsBehind(db, outcomeIds);
  giveUpCalls(db, judge);
  if (again === 'captions') {
    giveUpCalls(
      db,
      captions.flatMap(({ side, callId }) => (side === 'response' ? callId : [])),
    );
  }
  giveUpOutcomes(db, outcomeIds);
}
