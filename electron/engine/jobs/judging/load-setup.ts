import type { EndpointMap } from '../../../../shared/model/endpoint.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { mapPromptEdits } from '../../db/prompt-edits.ts';
import { getSettings } from '../../db/settings.ts';
import { listPrompts } from '../../judges/index.ts';
import type { JudgeSetup } from './judge-setup.ts';

/**
 * What is set about judging now.
 *
 * @param own  endpoints in the place of the project's
 */
export function loadJudgeSetup(db: ReadableDb, own?: EndpointMap): JudgeSetup {
  const { scoring, endpoints } = getSettings(db);
  return { scoring, endpoints: own ?? endpoints, prompts: listPrompts(mapPromptEdits(db)) };
}
