import type { RunSettings } from '../../../../shared/model/run.ts';
import type { ReadableDb } from '../../db/handle.ts';
import type { MediaReader } from '../../query/item-media.ts';
import type { JudgeHands } from '../judging/judge-hands.ts';
import type { JudgeSetup } from '../judging/judge-setup.ts';
import { createJudgedPreparer } from '../judging/prepare-judged.ts';
import { createResponseReader } from '../judging/read-response.ts';
import { createTextsReader } from '../judging/read-texts.ts';
import type { AskQueue } from './ask-queue.ts';
import type { ContentHasher, Preparer } from './define-doer.ts';
import { createItemFinder } from './find-item.ts';
import { createScoredPreparer } from './prepare-scored.ts';

/** How items are prepared, by who computes them. */
export interface Preparers {
  readonly worker: Preparer<AskQueue>;
  readonly judge: Preparer<JudgeHands>;
}

/**
 * @param media  the project's; made anew when folders were opened
 * @param hashOf  reads files, or in a plan does not
 */
export function createPreparers(
  db: ReadableDb,
  media: () => MediaReader,
  setup: JudgeSetup,
  settings: RunSettings,
  hashOf: ContentHasher,
): Preparers {
  const findItem = createItemFinder(db, media);
  const readResponse = createResponseReader(db, media, setup);
  const readTexts = createTextsReader(db, readResponse);
  return {
    worker: createScoredPreparer({ hashOf, findItem, readTexts, settings }),
    judge: createJudgedPreparer(db, { setup, hashOf, findItem, readResponse }),
  };
}
