// Questions that were paid for, each kept once, by everything that decides it. A call that is asked anew
// is not deleted: its key is given up, so that it is not found again, and what rests on it stays readable.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { RoleId } from '../../../shared/model/endpoint.ts';
import { CallFailure, PromptId } from '../../../shared/model/judge.ts';
import type { RunId } from '../../../shared/model/run.ts';
import type { ReadableDb, WritableDb } from './handle.ts';
import { prepareSpendingWriter } from './spending.ts';

/** What was answered, without what was sent. */
export interface KeptCall {
  readonly id: number;
  readonly reply: string | undefined;
  readonly failure: { readonly code: CallFailure; readonly message: string } | undefined;
}

/** A call with all that is kept of it. */
export interface StoredCall extends KeptCall {
  readonly role: RoleId;
  readonly model: string;
  readonly baseUrl: string;
  readonly prompt: {
    readonly id: PromptId;
    readonly version: number;
    readonly hash: string;
    readonly text: string;
  };
  /** What was filled into the prompt; media by name and hash. */
  readonly filled: Readonly<Record<string, string>>;
  readonly repeat: number;
  readonly isRepaired: boolean;
  readonly attempts: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** US dollars; undefined where the endpoint had no price. */
  readonly costUsd: number | undefined;
  readonly latencyMs: number;
  readonly at: string;
}

/** A call to keep. */
export interface CallDraft extends Omit<StoredCall, 'id'> {
  readonly callKey: string;
  readonly inputHash: string;
  /** What else decides the answer, as JSON: temperature, form and the like. */
  readonly params: string;
  readonly runId: RunId;
}

interface HeadRow {
  id: number;
  reply: string | null;
  failure: string | null;
  failure_message: string | null;
}
function headFromRow(row: HeadRow): KeptCall {
  return {
    id: row.id,
    reply: row.reply ?? undefined,
    failure:
      row.failure === null
        ? undefined
        : { code: CallFailure.parse(row.failure), message: row.failure_message ?? '' },
  };
}

/** Looks calls up by their keys; prepared once. */
export interface CallFinder {
  /** @returns undefined where it was never asked, or is to be asked anew */
  readonly find: (callKey: string) => KeptCall | undefined;
  /** How often calls with this key were given up to be asked anew. */
  readonly countGivenUp: (callKey: string) => number;
}

/** Stands behind the key of a call that was given up; no key holds it. */
const GIVEN_UP = '#';
const BEHIND_GIVEN_UP = '$';

/** Prepares the statements. */
export function prepareCallFinder(db: ReadableDb): CallFinder {
  const find = db.prepare<[string], HeadRow>(
    'SELECT id, reply, failure, failure_message FROM calls WHERE call_key = ?',
  );
  const count = db
    .prepare<[string, string], number>(
      'SELECT count(*) FROM calls WHERE call_key > ? AND call_key < ?',
    )
    .pluck();
  return {
    find(callKey) {
      const row = find.get(callKey);
      return row === undefined ? undefined : headFromRow(row);
    },
    countGivenUp: (callKey) => count.get(callKey + GIVEN_UP, callKey + BEHIND_GIVEN_UP) ?? 0,
  };
}

/** Gives calls up, so that their questions are asked anew. @param which  all of them, or the failed */
export function giveUpCalls(
  db: WritableDb,
  ids: readonly number[],
  which: 'all' | 'failed' = 'all',
): void {
  const giveUp = db.prepare(
    `UPDATE calls SET call_key = call_key || '${GIVEN_UP}' || id
     WHERE id = ? AND instr(call_key, '${GIVEN_UP}') = 0 AND (? = 'all' OR failure IS NOT NULL)`,
  );
  for (const id of ids) giveUp.run(id, which);
}

type CallRow = HeadRow & {
  role: string;
  model: string;
  base_url: string;
  prompt_id: string;
  prompt_version: number;
  prompt_hash: string;
  text: string;
  filled: Buffer;
  repeat: number;
  is_repaired: number;
  attempts: number;
  tokens_in: number;
  tokens_out: number;
  cost_usd: number | null;
  latency_ms: number;
  at: string;
};

/** What a call cost, without what was sent. */
export type CallCost = Pick<
  StoredCall,
  'reply' | 'tokensIn' | 'tokensOut' | 'costUsd' | 'isRepaired'
>;

/** Looks up what calls cost; prepared once. @returns undefined when there is no call with this id */
export function prepareCostFinder(db: ReadableDb): (id: number) => CallCost | undefined {
  const find = db.prepare<[number], CostRow>(
    'SELECT reply, tokens_in, tokens_out, cost_usd, is_repaired FROM calls WHERE id = ?',
  );
  return (id) => {
    const row = find.get(id);
    return (
      row && {
        reply: row.reply ?? undefined,
        tokensIn: row.tokens_in,
        tokensOut: row.tokens_out,
        costUsd: row.cost_usd ?? undefined,
        isRepaired: row.is_repaired === 1,
      }
    );
  };
}

type CostRow = Pick<CallRow, 'reply' | 'tokens_in' | 'tokens_out' | 'cost_usd' | 'is_repaired'>;

/** @returns undefined when there is no call with this id */
export function findCall(db: ReadableDb, id: number): StoredCall | undefined {
  const row = db
    .prepare<[number], CallRow>(
      `SELECT c.*, p.text FROM calls c
       JOIN prompt_texts p ON p.hash = c.prompt_hash WHERE c.id = ?`,
    )
    .get(id);
  if (row === undefined) return undefined;
  return {
    ...headFromRow(row),
    role: RoleId.parse(row.role),
    model: row.model,
    baseUrl: row.base_url,
    prompt: {
      id: PromptId.parse(row.prompt_id),
      version: row.prompt_version,
      hash: row.prompt_hash,
      text: row.text,
    },
    filled: unpack(row.filled),
    repeat: row.repeat,
    isRepaired: row.is_repaired === 1,
    attempts: row.attempts,
    tokensIn: row.tokens_in,
    tokensOut: row.tokens_out,
    costUsd: row.cost_usd ?? undefined,
    latencyMs: row.latency_ms,
    at: row.at,
  };
}

/** Keeps a call and counts what it cost. @returns its id */
export type CallWriter = (draft: CallDraft) => number;

/** Prepares the statements; to be called in a transaction. */
export function prepareCallWriter(db: WritableDb): CallWriter {
  const addPrompt = db.prepare(
    'INSERT INTO prompt_texts (hash, text) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const add = db.prepare(
    `INSERT INTO calls (call_key, role, model, base_url, prompt_id, prompt_version, prompt_hash,
       input_hash, params, repeat, filled, reply, failure, failure_message, is_repaired, attempts,
       tokens_in, tokens_out, cost_usd, latency_ms, run_id, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const spending = prepareSpendingWriter(db);
  const prompts = new Set<string>();
  return (draft) => {
    const { prompt, failure, runId } = draft;
    // most calls have one of a few prompts; it stands there already
    if (!prompts.has(prompt.hash)) addPrompt.run(prompt.hash, prompt.text);
    const { lastInsertRowid } = add.run(
      draft.callKey,
      draft.role,
      draft.model,
      draft.baseUrl,
      prompt.id,
      prompt.version,
      prompt.hash,
      draft.inputHash,
      draft.params,
      draft.repeat,
      pack(draft.filled),
      draft.reply ?? null,
      failure?.code ?? null,
      failure?.message ?? null,
      draft.isRepaired ? 1 : 0,
      draft.attempts,
      draft.tokensIn,
      draft.tokensOut,
      draft.costUsd ?? null,
      draft.latencyMs,
      runId,
      draft.at,
    );
    spending.add(runId, { ...draft, isFailed: failure !== undefined });
    prompts.add(prompt.hash);
    return Number(lastInsertRowid);
  };
}

const pack = (filled: Readonly<Record<string, string>>) => deflateRawSync(JSON.stringify(filled));

function unpack(packed: Buffer): Record<string, string> {
  return JSON.parse(inflateRawSync(packed).toString()) as Record<string, string>; // packed above
}
