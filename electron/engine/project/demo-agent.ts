// The demo ships one run of the agent with its trace. It is copied into the demo's folder, where it can be
// looked at and run again like any other; its answers are no model of the demo.
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AgentItem, AgentRequest } from '../../../shared/model/agent.ts';
import { readTrace } from '../agent/trace.ts';
import { insertAgentItems, saveAgentOutcome } from '../db/agent-items.ts';
import {
  addAgentSeconds,
  insertAgentRun,
  listAgentRuns,
  saveAgentState,
  spendingIdOf,
} from '../db/agent-runs.ts';
import type { WritableDb } from '../db/handle.ts';
import { saveRoot } from '../db/roots.ts';
import { prepareSpendingWriter } from '../db/spending.ts';
import { placesOf } from '../jobs/agent/agent-places.ts';
import { parseJson } from '../parse-json.ts';

const Kept = z.object({
  request: AgentRequest,
  model: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  seconds: z.number().min(0),
  items: z.array(AgentItem).length(1),
  /** Path of the item's trace. */
  trace: z.string(),
});

/** Adds the shipped run where the demo has none yet; to be called in a transaction. */
export function addDemoRun(db: WritableDb, dir: string, samplesDir: string): void {
  const shipped = join(samplesDir, 'agent');
  const file = join(shipped, 'run.json');
  if (!existsSync(file) || listAgentRuns(db).length > 0) return;
  const { request, model, createdAt, finishedAt, seconds, items, trace } = Kept.parse(
    parseJson(readFileSync(file, 'utf8')),
  );
  const [item] = items;
  if (item === undefined) return;
  const folder = join(dir, 'agent', 'unima');
  const out = join(folder, 'predictions.jsonl');
  cpSync(shipped, folder, { recursive: true });
  const id = insertAgentRun(db, { request, model, createdAt, out });
  insertAgentItems(db, id, [item.key]);
  saveAgentOutcome(db, id, item, readFileSync(out, 'utf8').trim());
  addAgentSeconds(db, id, seconds, Date.parse(finishedAt));
  const over = { state: 'done', finishedAt, beatAt: Date.parse(finishedAt) } as const;
  saveAgentState(db, id, { ...over, error: undefined, ownerPid: undefined });
  saveRoot(db, placesOf(out, id).files);
  const spending = prepareSpendingWriter(db);
  for (const record of readTrace(join(folder, trace))?.records ?? []) {
    if (record.kind !== 'end' || record.role === undefined || record.model === undefined) continue;
    const { role, model: asked, tokensIn, tokensOut, costUsd, durationMs: latencyMs } = record;
    const call = { role, model: asked, tokensIn, tokensOut, costUsd, latencyMs, isFailed: false };
    spending.add(spendingIdOf(id), call);
  }
}
