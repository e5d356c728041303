// What a run would do, counted before anything is spent. Looks at files' sizes and times and at the
// cache; opens no file and writes nothing.
import { MODALITIES, MODALITY_IDS, type ModalityId } from '../../../shared/model/modality.ts';
import type { RunItem, RunPlan, Unscorable } from '../../../shared/model/run.ts';
import { prepareHashFinder } from '../db/file-hashes.ts';
import type { ReadableDb } from '../db/handle.ts';
import { listModels } from '../db/models.ts';
import { prepareOutcomeFinder } from '../db/outcomes.ts';
import type { MediaReader } from '../query/item-media.ts';
import { createBreather } from './scoring/breathe.ts';
import { createItemFinder } from './scoring/find-item.ts';
import { fileState } from './scoring/hash-file.ts';
import { listWork, whyNoScorer, type Work, type WorkScope } from './scoring/list-work.ts';
import { outcomeKey, sha256 } from './scoring/outcome-key.ts';

const MAX_EXAMPLES = 20;

interface Tally {
  toScore: number;
  cached: number;
  readonly unscorable: Map<string, Unscorable>;
}

/**
 * @param media  the project's
 * @param options.check  called between items; throws when the plan is no longer wanted
 */
export async function planRun(
  db: ReadableDb,
  media: () => MediaReader,
  scope: WorkScope,
  { concurrency, check }: { readonly concurrency: number; readonly check: () => void },
): Promise<RunPlan> {
  const tallies = new Map<ModalityId, Tally>();
  const examples: RunItem[] = [];
  const names = new Map(listModels(db).map(({ id, name }) => [id, name]));
  const look = createLook(db, media);
  const breathe = createBreather();
  for await (const round of listWork(db, scope)) {
    for (const work of round) {
      const tally = tallyOf(tallies, work.modality);
      const state = look(work);
      if (state.kind === 'unscorable') count(tally, state.code, state.reason);
      else if (state.kind === 'cached') tally.cached += 1;
      else {
        tally.toScore += 1;
        if (examples.length < MAX_EXAMPLES) examples.push(exampleOf(work, state.file, names));
      }
      await breathe();
      check();
    }
  }
  const byModality = MODALITY_IDS.flatMap((modality) => {
    const tally = tallies.get(modality);
    if (tally === undefined) return [];
    const { toScore, cached, unscorable } = tally;
    return [{ modality, toScore, cached, unscorable: [...unscorable.values()] }];
  });
  const sum = (of: (one: (typeof byModality)[number]) => number) =>
    byModality.reduce((total, one) => total + of(one), 0);
  const toScore = sum((one) => one.toScore);
  const cached = sum((one) => one.cached);
  const unscorable = sum((one) => one.unscorable.reduce((total, each) => total + each.count, 0));
  return {
    items: toScore + cached + unscorable,
    toScore,
    cached,
    byModality,
    why: explain(byModality, scope, cached),
    concurrency,
    examples,
  };
}

type Look =
  | { readonly kind: 'toScore'; readonly file: string | undefined }
  | { readonly kind: 'cached' }
  | ({ readonly kind: 'unscorable' } & Pick<Unscorable, 'code' | 'reason'>);

function createLook(db: ReadableDb, media: () => MediaReader): (work: Work) => Look {
  const findItem = createItemFinder(db, media);
  const findHash = prepareHashFinder(db);
  const findOutcome = prepareOutcomeFinder(db);
  return ({ response, tag, modality, scorer }) => {
    if (scorer === undefined) {
      return { kind: 'unscorable', code: 'not-run', reason: whyNoScorer(modality) };
    }
    const found = findItem(response, tag);
    if (found.kind === 'none') return { ...found, kind: 'unscorable' };
    const file = found.kind === 'file' ? found.path : undefined;
    const hash = found.kind === 'file' ? hashOf(found.path) : sha256(found.text);
    if (hash === undefined) return { kind: 'toScore', file };
    const outcome = findOutcome(outcomeKey(scorer, found, hash));
    return outcome === undefined ? { kind: 'toScore', file } : { kind: 'cached' };
  };

  function hashOf(path: string): string | undefined {
    const state = fileState(path);
    return state === undefined ? undefined : findHash(path, state);
  }
}

function tallyOf(tallies: Map<ModalityId, Tally>, modality: ModalityId): Tally {
  const known = tallies.get(modality);
  if (known !== undefined) return known;
  const tally: Tally = { toScore: 0, cached: 0, unscorable: new Map() };
  tallies.set(modality, tally);
  return tally;
}

function count({ unscorable }: Tally, code: Unscorable['code'], reason: string): void {
  const name = `${code} ${reason}`;
  const before = unscorable.get(name)?.count ?? 0;
  unscorable.set(name, { code, reason, count: before + 1 });
}

function exampleOf(
  { response, tag, modality, metric }: Work,
  file: string | undefined,
  names: ReadonlyMap<number, string>,
): RunItem {
  const model = names.get(response.modelId) ?? '';
  return { key: response.key, model, tag, modality, metric, ...(file !== undefined && { file }) };
}

function explain(
  byModality: RunPlan['byModality'],
  { scorers }: WorkScope,
  cached: number,
): string[] {
  const lines = byModality.flatMap(({ modality, toScore }) => {
    const own = scorers.filter((scorer) => scorer.modality === modality);
    if (toScore === 0 || own.length === 0) return [];
    const by = own.map(({ title, profile, version }) => `${title} (${profile}, v${version})`);
    return [`${MODALITIES[modality].label}: ${toScore} to compute, by ${by.join(' and ')}.`];
  });
  if (cached > 0) {
    lines.push(
      `${cached} from the cache: the same bytes have an outcome of the same version already.`,
    );
  }
  const byReason = new Map<string, number>();
  for (const { unscorable } of byModality) {
    for (const { reason, count: items } of unscorable) {
      byReason.set(reason, (byReason.get(reason) ?? 0) + items);
    }
  }
  for (const [reason, items] of byReason) lines.push(`${items} without a figure: ${reason}`);
  return lines;
}
