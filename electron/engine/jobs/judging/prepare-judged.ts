import { prepareCallFinder } from '../../db/calls.ts';
import type { ReadableDb } from '../../db/handle.ts';
import type { Preparer } from '../scoring/define-doer.ts';
import type { JudgeHands } from './judge-hands.ts';
import { createJudgedItemPreparer, type JudgedItemOptions } from './prepare-judged-item.ts';
import { createJudgedResponsePreparer } from './prepare-judged-response.ts';

/** Items and responses that the judge is asked about. */
export function createJudgedPreparer(
  db: ReadableDb,
  options: JudgedItemOptions,
): Preparer<JudgeHands> {
  const ofItem = createJudgedItemPreparer(options);
  const ofResponse = createJudgedResponsePreparer({ ...options, calls: prepareCallFinder(db) });
  return async ({ tag, metric, response }, { modality }) => {
    if (modality !== undefined) return await ofItem(response, tag, modality);
    if (metric === 'SC' || metric === 'coherence') return await ofResponse(response, metric);
    throw new Error(`${metric} of responses is not judged`);
  };
}
