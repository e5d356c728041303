import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import type { AgentCommands, AgentRequest, AgentRunId } from '../../../../shared/model/agent.ts';
import { insertAgentItems } from '../../db/agent-items.ts';
import { insertAgentRun } from '../../db/agent-runs.ts';
import { saveRoot } from '../../db/roots.ts';
import { toAppError } from '../../db/errors.ts';
import { sha256 } from '../scoring/outcome-key.ts';
import { writeNow } from '../scoring/write-now.ts';
import type { AgentSlotOptions } from './agent-slot.ts';
import { requirePrompts } from './rerun.ts';
import { placesOf } from './agent-places.ts';
import { chooseModel } from './choose-model.ts';
import { planAgent } from './plan-agent.ts';

/**
 * Notes a new run and its instances.
 *
 * @throws AppError 'unsupported' with what keeps it from beginning, 'bad-input' for a name that is
 *   another's or a prompt that cannot be filled, 'read-only', 'disk-full'
 */
export function addAgentRun(
  { db, file, clock }: Pick<AgentSlotOptions, 'db' | 'file' | 'clock'>,
  request: AgentRequest,
  keys: readonly string[],
  told: { readonly out?: string | undefined; readonly commands?: AgentCommands | undefined },
): AgentRunId {
  requirePrompts(request.prompts);
  const { obstacles, gaps } = planAgent(db, request, told.commands ?? {}, keys);
  const inTheWay = request.allowMissing ? obstacles : [...obstacles, ...gaps];
  if (inTheWay.length > 0) {
    throw new AppError('unsupported', `Cannot run the agent: ${inTheWay.join(' ')}`, {
      details: { obstacles, gaps },
    });
  }
  const given = told.out === undefined ? undefined : resolve(told.out);
  const model = chooseModel(db, request, given);
  const out = given ?? join(dirname(file), 'agent', slug(model), 'predictions.jsonl');
  makeFolder(dirname(out));
  const createdAt = new Date(clock()).toISOString();
  const added = writeNow(file, (own) => {
    const id = insertAgentRun(own, { request, model, out, createdAt });
    insertAgentItems(own, id, keys);
    // what is made can be looked at before it is imported
    saveRoot(own, placesOf(out, id).files);
    return id;
  });
  makeFolder(placesOf(out, added).files);
  return added;
}

/** A folder's name that is the model's alone. */
function slug(name: string): string {
  if (name === 'UniMA') return 'unima';
  const clean = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  return `${clean}-${sha256(name).slice(0, 6)}`;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw toAppError(error, { doing: 'make the folder of the predictions', path });
  }
}
