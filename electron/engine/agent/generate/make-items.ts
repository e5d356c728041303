// The generating module: each order of the report is carried out by its tool. Nothing flows back: what
// cannot be made is marked as missing, and its tag stays.
import type { AgentReport, ReportEntry } from '../../../../shared/model/agent.ts';
import { NOTHING_SPENT, type ChainHands, type Maker, type Spent } from '../define.ts';
import { sha256, type EndRecord, type Journal } from '../journal.ts';

/** What became of the orders. */
export interface Generated {
  /** Entries of the prediction, by tag. */
  readonly modal: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
}

/** Once more after a failure. */
const ATTEMPTS = 2;

/** Carries out a report; of a tag that is ordered twice the first order holds. */
export async function makeItems(
  report: AgentReport,
  rounds: number,
  hands: ChainHands,
  journal: Journal,
): Promise<Generated> {
  const entries = [...new Map(report.items.toReversed().map((one) => [one.tag, one])).values()];
  const made = await Promise.all(
    entries.toReversed().map(async (entry) => ({
      tag: entry.tag,
      value: await makeItem(entry, rounds, hands, journal),
    })),
  );
  return {
    modal: Object.fromEntries(
      made.flatMap(({ tag, value }) => (value === undefined ? [] : [[tag, value]])),
    ),
    missing: made.flatMap(({ tag, value }) => (value === undefined ? [tag] : [])),
  };
}

interface Kept {
  readonly value: string;
  readonly isInline: boolean;
  readonly sizeBytes: number;
  readonly attempts: number;
}

async function makeItem(
  entry: ReportEntry,
  round: number,
  hands: ChainHands,
  journal: Journal,
): Promise<string | undefined> {
  const { tag, modality } = entry;
  const maker = chooseMaker(entry, hands.makers);
  const node = `make/${tag}`;
  const tool = maker?.id ?? entry.tool;
  const head = { node, step: 'make', round, tag, given: entry.evidence } as const;
  const { model, role } = maker ?? {};
  const hash = sha256(JSON.stringify([entry, tool, role, model]));
  const end = await journal.node(
    head,
    hash,
    async () => ({
      ...(await carryOut(entry, maker, hands)),
      used: entry.evidence,
      ...(role !== undefined && { role }),
      ...(model !== undefined && { model }),
    }),
    (before) => isThere(before, hands),
  );
  const kept = end.status === 'done' ? (end.result as Kept) : undefined; // as `carryOut` gives it
  const attempts = kept?.attempts ?? attemptsOf(end);
  const about = { kind: 'item', node, tag, modality, tool, attempts } as const;
  if (kept === undefined) {
    const reason = end.problem?.message ?? 'It could not be made.';
    journal.note({ ...about, status: 'missing', reason });
    return undefined;
  }
  const { value, isInline, sizeBytes } = kept;
  const place = isInline ? { inline: value } : { file: value };
  journal.note({ ...about, status: 'made', sizeBytes, ...place });
  return value;
}

const attemptsOf = ({ result }: EndRecord): number =>
  typeof result === 'object' && result !== null && 'attempts' in result
    ? Number(result.attempts)
    : 0;

/** What was made before counts when its file is still there. */
function isThere({ result }: EndRecord, hands: ChainHands): boolean {
  const kept = result as Kept | undefined; // as `carryOut` gave it
  return kept !== undefined && (kept.isInline || hands.isKept(kept.value));
}

/** The tool that is named; where there is none of this name, the first that makes anything of the kind. */
export function chooseMaker(
  { tool, modality }: Pick<ReportEntry, 'tool' | 'modality'>,
  makers: readonly Maker[],
): Maker | undefined {
  const able = makers.filter((maker) => maker.modality === modality);
  return able.find(({ id }) => id === tool) ?? able.find((one) => one.isGeneral) ?? able[0];
}

type Carried = Spent & Pick<EndRecord, 'status'> & Partial<Pick<EndRecord, 'result' | 'problem'>>;

async function carryOut(
  entry: ReportEntry,
  maker: Maker | undefined,
  hands: ChainHands,
): Promise<Carried> {
  if (maker === undefined) {
    const message = `Nobody makes ${entry.modality}: set an endpoint or a command for it.`;
    const problem = { code: 'no-maker', message };
    return { ...NOTHING_SPENT, status: 'failed', result: { attempts: 0 }, problem };
  }
  let spent: Spent = NOTHING_SPENT;
  for (let attempts = 1; ; attempts++) {
    const dir = await hands.makeDir();
    const made = notEmpty(maker, await make(maker, entry, dir, hands.signal));
    spent = add(spent, made.spent);
    if (made.status === 'made') {
      const { inline, sizeBytes } = made;
      const value = inline ?? (await hands.keepFile(entry, dir, made.fileName));
      const result: Kept = { value, isInline: inline !== undefined, sizeBytes, attempts };
      return { ...spent, status: 'done', result };
    }
    const { code, message } = made;
    // an order that cannot be carried out is the same the second time
    if (attempts < ATTEMPTS && code !== 'bad-order') continue;
    return { ...spent, status: 'failed', result: { attempts }, problem: { code, message } };
  }
}

type Made = Awaited<ReturnType<Maker['make']>>;

async function make(
  maker: Maker,
  { tag, prompt, content, data }: ReportEntry,
  dir: string,
  signal: AbortSignal,
): Promise<Made> {
  return await maker.make({ tag, prompt, content, data }, dir, signal);
}

/** A file without bytes is no item. */
function notEmpty(maker: Maker, made: Made): Made {
  if (made.status === 'failed' || made.sizeBytes > 0) return made;
  const message = `"${maker.id}" gave an empty file.`;
  return { status: 'failed', code: 'empty', message, spent: made.spent };
}

function add(a: Spent, b: Spent | undefined): Spent {
  if (b === undefined) return a;
  return {
    tokensIn: a.tokensIn + b.tokensIn,
    tokensOut: a.tokensOut + b.tokensOut,
    costUsd: a.costUsd === undefined || b.costUsd === undefined ? undefined : a.costUsd + b.costUsd,
    isFromCache: false,
  };
}
