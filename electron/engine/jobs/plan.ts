// What a run would do, counted before anything is spent. Looks at files' sizes and times and at what is
// kept; opens no file, asks no model and writes nothing.
import { MODALITIES, MODALITY_IDS } from '../../../shared/model/modality.ts';
import {
  RUN_METRICS,
  type RunItem,
  type RunPlan,
  type Unscorable,
} from '../../../shared/model/run.ts';
import type { ReadableDb } from '../db/handle.ts';
import { listModels } from '../db/models.ts';
import { prepareOutcomeFinder } from '../db/outcomes.ts';
import type { MediaReader } from '../query/item-media.ts';
import { createCallCounter, type CallCounter } from './judging/estimate-calls.ts';
import type { JudgeSetup } from './judging/judge-setup.ts';
import { createBreather } from './scoring/breathe.ts';
import { createKnownHashes } from './scoring/content-hasher.ts';
import { describeItem } from './scoring/describe-item.ts';
import { createItemFinder } from './scoring/find-item.ts';
import { listWork, whyNoScorer, type Work, type WorkScope } from './scoring/list-work.ts';
import { createPreparers } from './scoring/preparers.ts';

const MAX_EXAMPLES = 20;

interface Part extends Pick<Work, 'metric' | 'modality'> {
  toScore: number;
  cached: number;
  readonly unscorable: Map<string, Unscorable>;
}

/** What planning needs beside the database. */
export interface PlanOptions {
  /** The project's. */
  readonly media: () => MediaReader;
  readonly setup: JudgeSetup;
  readonly concurrency: number;
  /** Called between items; throws when the plan is no longer wanted. */
  readonly check: () => void;
}

/** Looks at every item that a run is asked for. */
export async function planRun(
  db: ReadableDb,
  scope: WorkScope,
  { media, setup, concurrency, check }: PlanOptions,
): Promise<RunPlan> {
  const found = new Map<string, Part>();
  const examples: RunItem[] = [];
  const calls = createCallCounter(db, setup, scope.request.again);
  const look = createLook(db, media, setup, scope, calls);
  const toExample = createExamples(db, media);
  const breathe = createBreather();
  for await (const round of listWork(db, scope)) {
    for (const work of round) {
      const part = partOf(found, work);
      const seen = await look(work);
      if (seen.kind === 'unscorable') count(part, seen.code, seen.reason);
      else if (seen.kind === 'cached') part.cached += 1;
      else {
        part.toScore += 1;
        if (examples.length < MAX_EXAMPLES) examples.push(toExample(work));
      }
      await breathe();
      check();
    }
  }
  const parts = inOrder([...found.values()]);
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + of(part), 0);
  const toScore = sum((part) => part.toScore);
  const cached = sum((part) => part.cached);
  const unscorable = sum((part) => part.unscorable.reduce((total, each) => total + each.count, 0));
  return {
    items: toScore + cached + unscorable,
    toScore,
    cached,
    parts,
    why: explain(parts, scope, cached),
    estimates: calls.estimates(),
    concurrency,
    examples,
  };
}

type Look =
  | { readonly kind: 'toScore' }
  | { readonly kind: 'cached' }
  | ({ readonly kind: 'unscorable' } & Pick<Unscorable, 'code' | 'reason'>);

function createLook(
  db: ReadableDb,
  media: () => MediaReader,
  setup: JudgeSetup,
  { request }: WorkScope,
  calls: CallCounter,
): (work: Work) => Promise<Look> {
  const preparers = createPreparers(db, media, setup, request.settings, createKnownHashes(db));
  const findOutcome = prepareOutcomeFinder(db);
  return async ({ response, tag, metric, modality, scorer }) => {
    if (scorer === undefined) {
      return { kind: 'unscorable', code: 'not-run', reason: whyNoScorer(metric, modality) };
    }
    const task = await preparers[scorer.doer]({ response, tag, metric }, scorer);
    if (task.kind === 'none') return { ...task.draft, kind: 'unscorable' };
    const isForgotten = request.again !== undefined && scorer.doer === 'judge';
    const isKnown = !isForgotten && task.key !== undefined && findOutcome(task.key) !== undefined;
    if (isKnown) return { kind: 'cached' };
    calls.add(task.calls?.() ?? []);
    return { kind: 'toScore' };
  };
}

function partOf(parts: Map<string, Part>, { metric, modality }: Work): Part {
  const name = `${metric} ${modality ?? ''}`;
  const known = parts.get(name);
  if (known !== undefined) return known;
  const part: Part = { metric, modality, toScore: 0, cached: 0, unscorable: new Map() };
  parts.set(name, part);
  return part;
}

function count({ unscorable }: Part, code: Unscorable['code'], reason: string): void {
  const name = `${code} ${reason}`;
  const before = unscorable.get(name)?.count ?? 0;
  unscorable.set(name, { code, reason, count: before + 1 });
}

function inOrder(parts: readonly Part[]): RunPlan['parts'] {
  const rank = ({ metric, modality }: Part) =>
    RUN_METRICS.indexOf(metric) * 100 + (modality ? MODALITY_IDS.indexOf(modality) : 0);
  return [...parts]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ metric, modality, toScore, cached, unscorable }) => ({
      metric,
      ...(modality !== undefined && { modality }),
      toScore,
      cached,
      unscorable: [...unscorable.values()],
    }));
}

function createExamples(db: ReadableDb, media: () => MediaReader): (work: Work) => RunItem {
  const names = new Map(listModels(db).map(({ id, name }) => [id, name]));
  const findItem = createItemFinder(db, media);
  return ({ response, tag, metric }) => {
    const model = names.get(response.modelId) ?? '';
    return describeItem({ key: response.key, model, tag, metric }, response, findItem);
  };
}

function explain(parts: RunPlan['parts'], { scorers }: WorkScope, cached: number): string[] {
  const lines = parts.flatMap(({ metric, modality, toScore }) => {
    const by = scorers.find((one) => one.metric === metric && one.modality === modality);
    if (toScore === 0 || by === undefined) return [];
    const of = modality === undefined ? 'Responses' : MODALITIES[modality].label;
    const { title, profile, version } = by;
    const name = by.doer === 'judge' ? title : `${title} (${profile}, v${version})`;
    return [`${of}: ${toScore} to compute, by ${name}.`];
  });
  if (cached > 0) {
    lines.push(
      `${cached} from the cache: the same bytes have an outcome of the same version already.`,
    );
  }
  const byReason = new Map<string, number>();
  for (const { unscorable } of parts) {
    for (const { reason, count: items } of unscorable) {
      byReason.set(reason, (byReason.get(reason) ?? 0) + items);
    }
  }
  for (const [reason, items] of byReason) lines.push(`${items} without a figure: ${reason}`);
  return lines;
}
