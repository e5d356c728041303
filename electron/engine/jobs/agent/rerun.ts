import type { AgentRunId } from '../../../../shared/model/agent.ts';
import type { PromptId } from '../../../../shared/model/judge.ts';
import { getAgentItem, saveRerun } from '../../db/agent-items.ts';
import { checkPromptText } from '../../judges/index.ts';
import { writeNow } from '../scoring/write-now.ts';
import type { AgentSlotOptions } from './agent-slot.ts';
import { branchTrace } from './read-traces.ts';

/** An instance that is to be run again from a node on. */
export interface RerunRequest {
  readonly runId: AgentRunId;
  readonly key: string;
  readonly node: string;
  /** In the place of the project's, for this attempt. */
  readonly prompts: Readonly<Partial<Record<PromptId, string>>>;
}

/**
 * Begins another attempt with what stands before the node, and lets the instance wait.
 *
 * @returns which attempt that is
 * @throws AppError 'not-found', 'bad-input' for a prompt that lacks what is filled in
 */
export function branchForRerun(
  { db, file, clock }: Pick<AgentSlotOptions, 'db' | 'file' | 'clock'>,
  { runId, key, node, prompts }: RerunRequest,
): number {
  requirePrompts(prompts);
  const { attempts } = getAgentItem(db, runId, key).item;
  const editedPrompts = Object.keys(prompts) as PromptId[]; // keys as the contract has them
  const at = new Date(clock()).toISOString();
  branchTrace(db, {
    ...{ runId, key, node, from: attempts, to: attempts + 1 },
    resume: (seq) => ({ kind: 'resume', why: 'rerun', seq, at, node, editedPrompts }),
  });
  return writeNow(file, (own) => saveRerun(own, runId, key, { node, prompts }));
}

/** @throws AppError 'bad-input' for a prompt that lacks what is filled in */
export function requirePrompts(prompts: RerunRequest['prompts']): void {
  for (const [id, text] of Object.entries(prompts)) checkPromptText(id as PromptId, text); // as typed
}
