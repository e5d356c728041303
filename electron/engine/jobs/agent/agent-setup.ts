import type { AgentRequest } from '../../../../shared/model/agent.ts';
import type { EndpointMap } from '../../../../shared/model/endpoint.ts';
import type { PromptId } from '../../../../shared/model/judge.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { mapPromptEdits } from '../../db/prompt-edits.ts';
import { listPrompts } from '../../judges/index.ts';
import type { JudgeSetup } from '../judging/judge-setup.ts';
import { loadJudgeSetup } from '../judging/load-setup.ts';

/**
 * What is set for the agent now. Where nobody reasons, the judge does; where nobody checks, who reasons.
 *
 * @param prompts  of this run or re-run, in the place of the project's
 */
export function loadAgentSetup(
  db: ReadableDb,
  request: Pick<AgentRequest, 'endpoints' | 'prompts'>,
  prompts: Readonly<Partial<Record<PromptId, string>>> = {},
): JudgeSetup {
  const setup = loadJudgeSetup(db, request.endpoints);
  const edits = new Map(mapPromptEdits(db));
  const own = { ...request.prompts, ...prompts };
  for (const [id, text] of Object.entries(own)) edits.set(id as PromptId, text); // keys as typed
  return { ...setup, endpoints: withFallbacks(setup.endpoints), prompts: listPrompts(edits) };
}

function withFallbacks(map: EndpointMap): EndpointMap {
  const reasoner = map.reasoner ?? map['*'] ?? map.judge;
  const checker = map.checker ?? reasoner;
  return {
    ...map,
    ...(reasoner !== undefined && { reasoner }),
    ...(checker !== undefined && { checker }),
  };
}
