// Figures that follow from others by a setting: structure by what counts as an item, judged figures by
// the scale of 1..5. When such a setting changes they are derived again; nobody is asked anew. Imports
// count items and read s/5, and are brought into line behind every import. A fact of the project says by
// which settings its figures stand, so whatever cuts a derivation off, it is begun again.
import { buildSequence } from '../../../shared/interleave/sequence.ts';
import type { ScoringSettings } from '../../../shared/model/settings.ts';
import { findFact, saveFact } from '../db/facts.ts';
import type { ReadableDb, WritableDb } from '../db/handle.ts';
import { listResponsesOf } from '../db/responses.ts';
import { prepareScoreWriter, rescaleScores } from '../db/scores.ts';
import { prepareSequenceFinder } from '../db/sequence-rows.ts';
import { packCounts, sequenceId, unpackCounts } from '../db/sequences.ts';
import { getScoring } from '../db/settings.ts';
import { scaleLabel } from '../judges/figures.ts';
import { saveStructureScores } from './structure.ts';

/** Instances a transaction: short, because others write meanwhile. */
const BATCH = 100;
/** What an import leaves. */
const AS_IMPORTED = nameOf({ structureCount: 'items', scale: 'fifths' });

type Deciding = Pick<ScoringSettings, 'structureCount' | 'scale'>;

function nameOf({ structureCount, scale }: Deciding): string {
  return `${structureCount} ${scale}`;
}

/** True when figures stand by other settings than the project's. */
export function isDerivationDue(db: ReadableDb): boolean {
  return (findFact(db, 'derivedBy') ?? AS_IMPORTED) !== nameOf(getScoring(db));
}

/** To be called before an import: its figures are not by the project's settings, where these differ. */
export function expectImport(db: WritableDb): void {
  if (nameOf(getScoring(db)) !== AS_IMPORTED) saveFact(db, 'derivedBy', '');
}

/**
 * Brings all figures into line with the project's settings, a batch of instances at a time.
 *
 * @returns nothing when no figure is out of line; else what remains to be waited for, step by step
 */
export function* deriveFigures(db: WritableDb): Generator<void> {
  if (!isDerivationDue(db)) return;
  const scoring = getScoring(db);
  const recount = prepareRecount(db, scoring.structureCount);
  const ids = db.prepare<[], number>('SELECT id FROM instances ORDER BY id').pluck().all();
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    db.transaction(() => batch.forEach(recount)).immediate();
    yield;
  }
  db.transaction(() => {
    rescaleScores(db, {
      label: scaleLabel(scoring.scale),
      otherLabel: scaleLabel(scoring.scale === 'fifths' ? 'linear' : 'fifths'),
      isLinear: scoring.scale === 'linear',
    });
    saveFact(db, 'derivedBy', nameOf(scoring));
  }).immediate();
}

/** Counts one instance's reference and responses anew; scores what has changed by it. */
function prepareRecount(
  db: WritableDb,
  counting: ScoringSettings['structureCount'],
): (instanceId: number) => void {
  const scores = prepareScoreWriter(db);
  const { find, listItems } = prepareSequenceFinder(db);
  const save = db.prepare('UPDATE segments SET counts = ? WHERE sequence_id = ?');
  /** @returns the new counts as stored, and whether they are others than before */
  const recountOne = (id: number, otherTags: readonly string[]) => {
    const stored = find(id);
    if (stored === undefined) return { counts: '', isChanged: false };
    const ownTags = stored.items.map(({ tag }) => tag);
    const sequence = buildSequence(stored.content, {
      side: 'output',
      ownTags,
      otherTags,
      counting,
    });
    const counts = packCounts(sequence.counts);
    const isChanged = counts !== stored.counts;
    if (isChanged) save.run(counts, id);
    return { counts, isChanged };
  };
  return (instanceId) => {
    const inputTags = listItems(sequenceId('task', instanceId)).map(({ tag }) => tag);
    const reference = recountOne(sequenceId('reference', instanceId), inputTags);
    for (const { id, modelId } of listResponsesOf(db, instanceId)) {
      const response = recountOne(sequenceId('response', id), inputTags);
      if (!reference.isChanged && !response.isChanged) continue;
      saveStructureScores(scores, modelId, instanceId, {
        reference: unpackCounts(reference.counts),
        response: unpackCounts(response.counts),
      });
    }
  };
}
