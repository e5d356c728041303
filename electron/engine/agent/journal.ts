// The memory of a chain. A node whose result stands in the trace, made of the same input, is not done
// again: a chain that was cut off goes through all its nodes, and works only from the first new one on.
import { createHash } from 'node:crypto';
import type { AgentStep, TraceRecord, TraceRecordOf } from '../../../shared/model/agent.ts';
import type { Prompt } from '../../../shared/model/judge.ts';
import type { Question } from '../judges/define.ts';
import type { NOTHING_SPENT } from './define.ts';
import { StepFailed, type Asked, type ChainHands } from './define.ts';
import type { TraceFile } from './trace.ts';

export type EndRecord = TraceRecordOf<'end'>;

/** A node before it is worked on. */
export interface NodeHead {
  readonly node: string;
  readonly step: AgentStep;
  readonly round: number;
  readonly tag?: string | undefined;
  readonly given: readonly string[];
}

type Outcome = Pick<EndRecord, 'status'> &
  Partial<
    Pick<
      EndRecord,
      | 'used'
      | 'gives'
      | 'prompt'
      | 'role'
      | 'model'
      | 'rawReply'
      | 'isRepaired'
      | 'result'
      | 'problem'
    >
  > & {
    readonly tokensIn?: number;
    readonly tokensOut?: number;
    readonly costUsd?: number | undefined;
    readonly isFromCache?: boolean;
  };

type Unnumbered<R> = R extends unknown ? Omit<R, 'seq' | 'at'> : never;

export interface Journal {
  /** Does a node, or takes over what it gave before. */
  readonly node: (
    head: NodeHead,
    inputHash: string,
    work: () => Promise<Outcome>,
    isStillGood?: (end: EndRecord) => boolean,
  ) => Promise<EndRecord>;
  /** Asks a question as a node. @throws StepFailed where there is no usable answer */
  readonly ask: <T>(
    head: NodeHead,
    asking: { readonly question: Question<T>; readonly prompt: Prompt },
    read: (value: T) => Pick<Outcome, 'used' | 'gives' | 'result'>,
  ) => Promise<EndRecord>;
  /** Writes a record down, unless the same kind of record of the same node and round is there. */
  readonly note: (record: Unnumbered<TraceRecord>) => void;
  readonly records: () => readonly TraceRecord[];
}

/** @param clock  milliseconds since 1970 */
export function createJournal(
  file: TraceFile,
  hands: Pick<ChainHands, 'ask' | 'modelOf'>,
  clock: () => number,
  onGrown: () => void,
): Journal {
  const records: TraceRecord[] = [...file.records];
  const ends = new Map<string, EndRecord>();
  const noted = new Set(records.map(nameOf));
  for (const record of records) if (record.kind === 'end') ends.set(record.node, record);
  const takenOver = nodesTakenOver(records);

  function write(record: Unnumbered<TraceRecord>): TraceRecord {
    const seq = (records.at(-1)?.seq ?? -1) + 1;
    // a spread of a union loses which of its members it was
    const whole = { ...record, seq, at: new Date(clock()).toISOString() };
    file.append(whole);
    records.push(whole);
    onGrown();
    return whole;
  }

  const node: Journal['node'] = async (head, inputHash, work, isStillGood = () => true) => {
    const before = ends.get(head.node);
    if (before !== undefined && before.status !== 'failed' && isStillGood(before)) {
      if (before.inputHash === inputHash || takenOver.has(head.node)) return before;
    }
    const { given, ...named } = head;
    write({ kind: 'begin', ...defined(named) });
    const start = performance.now();
    const { costUsd = undefined, ...outcome } = await work();
    const end = write({
      kind: 'end',
      ...defined(named),
      inputHash,
      given: [...given],
      used: [],
      gives: [],
      tokensIn: 0,
      tokensOut: 0,
      isFromCache: false,
      ...outcome,
      ...(costUsd !== undefined && { costUsd }),
      durationMs: performance.now() - start,
    }) as EndRecord; // as it was written
    ends.set(head.node, end);
    return end;
  };

  return {
    node,
    async ask(head, { question, prompt }, read) {
      const model = hands.modelOf(question.role);
      const { role, inputHash } = question;
      const hash = sha256(JSON.stringify([role, model, prompt.hash, inputHash]));
      const end = await node(head, hash, async () => {
        const asked = await hands.ask(question);
        return {
          ...toOutcome(asked, asked.status === 'answered' ? read(asked.value) : {}),
          role,
          ...(model !== undefined && { model }),
          prompt: describePrompt(prompt, question),
        };
      });
      if (end.status !== 'failed') return end;
      throw new StepFailed(head.node, end.problem?.message ?? 'The step failed.');
    },
    note(record) {
      const name = nameOf(record);
      if (name !== undefined && noted.has(name)) return;
      noted.add(name);
      write(record);
    },
    records: () => records,
  };
}

/** What a re-run keeps stays as it was, whatever prompts and models are now. */
function nodesTakenOver(records: readonly TraceRecord[]): ReadonlySet<string> {
  const last = records.findLastIndex(
    (record) => record.kind === 'resume' && record.why === 'rerun',
  );
  const before = records.slice(0, Math.max(0, last));
  return new Set(before.flatMap((record) => (record.kind === 'end' ? [record.node] : [])));
}

function toOutcome<T>(asked: Asked<T>, read: Pick<Outcome, 'used' | 'gives' | 'result'>): Outcome {
  const { tokensIn, tokensOut, costUsd, isFromCache, isRepaired } = asked;
  const told = { tokensIn, tokensOut, costUsd, isFromCache, isRepaired };
  if (asked.status === 'answered') {
    return { ...told, status: 'done', rawReply: asked.rawReply, ...read };
  }
  const { code, message, rawReply } = asked;
  return {
    ...told,
    status: 'failed',
    problem: { code, message },
    ...(rawReply !== undefined && { rawReply }),
  };
}

function describePrompt(prompt: Prompt, { messages }: Question): NonNullable<EndRecord['prompt']> {
  const { id, version, hash, isEdited } = prompt;
  return {
    id,
    version,
    hash,
    isEdited,
    messages: messages.map(({ role, parts }) => ({
      role,
      text: parts
        .map((part) =>
          part.type === 'text' ? part.text : `[${part.type}, ${part.bytes.length} bytes]`,
        )
        .join('\n'),
    })),
  };
}

/** What makes a note the same; begins, ends and resumptions may stand again. */
function nameOf(record: Unnumbered<TraceRecord>): string | undefined {
  switch (record.kind) {
    case 'start':
    case 'finish':
      return record.kind;
    case 'verdict':
      return JSON.stringify([record.kind, record.node, record.by, record.findings]);
    case 'item':
      return JSON.stringify([record.kind, record.node, record.file, record.inline, record.reason]);
    case 'backtrack':
      return JSON.stringify([record.kind, record.round, record.toStep, record.error]);
    case 'resume':
    case 'begin':
    case 'end':
      return undefined;
  }
}

function defined<T extends { readonly tag?: string | undefined }>({ tag, ...rest }: T) {
  return { ...rest, ...(tag !== undefined && { tag }) };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What all nodes of a trace cost together. */
export function sumSpent(
  records: readonly TraceRecord[],
): Omit<typeof NOTHING_SPENT, 'isFromCache'> {
  let [tokensIn, tokensOut] = [0, 0];
  let costUsd: number | undefined = 0;
  for (const record of records) {
    if (record.kind !== 'end') continue;
    tokensIn += record.tokensIn;
    tokensOut += record.tokensOut;
    const isPaid = record.tokensIn + record.tokensOut > 0;
    if (record.costUsd === undefined) costUsd = isPaid ? undefined : costUsd;
    else if (costUsd !== undefined) costUsd += record.costUsd;
  }
  return { tokensIn, tokensOut, costUsd };
}

/** Seconds that were worked on a trace: the time between a process's first and last record, added up. */
export function sumSeconds(records: readonly TraceRecord[]): number {
  let total = 0;
  let first: number | undefined;
  let last = 0;
  for (const record of records) {
    const at = Date.parse(record.at);
    if (first === undefined || record.kind === 'resume') {
      if (first !== undefined) total += last - first;
      first = at;
    }
    last = at;
  }
  return (total + (first === undefined ? 0 : last - first)) / 1000;
}
