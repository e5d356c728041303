import { buildSequence } from '../../../shared/interleave/sequence.ts';
import { matchStructure } from '../../../shared/interleave/structure.ts';
import { AppError } from '../../../shared/api/errors.ts';
import type { Item, Segment, Sequence } from '../../../shared/model/content.ts';
import { combinationLabel, instanceKey } from '../../../shared/model/dataset.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import type { Response } from '../../../shared/model/response.ts';
import type { Score } from '../../../shared/model/score.ts';
import type { ScoringSettings } from '../../../shared/model/settings.ts';
import type { StructureEvidence } from '../../../shared/model/structure.ts';
import { listCapabilitiesOf } from '../db/capabilities.ts';
import { DATASET_CAPTIONS, mapAskedCaptions, mapImportedCaptions } from '../db/captions.ts';
import type { ReadableDb } from '../db/handle.ts';
import { findInstance, type StoredInstance } from '../db/instances.ts';
import { modalitiesOf } from '../db/masks.ts';
import { listModels } from '../db/models.ts';
import { findOrigin } from '../db/origins.ts';
import { listProblemsOf } from '../db/problems.ts';
import { listResponsesOf, type StoredResponse } from '../db/responses.ts';
import { listScoresOf } from '../db/scores.ts';
import { findSequence, type StoredSequence } from '../db/sequence-rows.ts';
import { sequenceId, unpackCounts, type Side } from '../db/sequences.ts';
import { getScoring } from '../db/settings.ts';
import type { MediaPlace } from '../load/types.ts';
import { listMetrics } from '../metrics/index.ts';
import { compositeScores, generatedItems } from './composite-scores.ts';
import { contentHash } from './content-hash.ts';
import type { MediaReader } from './item-media.ts';

/**
 * Everything known of one instance.
 *
 * @param modelNames  whose responses, in this order; all when empty
 * @throws AppError 'not-found'
 */
export function readInstance(
  db: ReadableDb,
  media: MediaReader,
  key: string,
  modelNames: readonly string[],
): InstanceDetail {
  const instance = findInstance(db, key);
  if (instance === undefined) {
    throw new AppError('not-found', `Cannot show the instance: the project has none. "${key}"`);
  }
  const { field, subdomain, recordId, ordinal, difficulty, line } = instance;
  const task = sequenceOf(db, 'task', instance.id);
  const reference = sequenceOf(db, 'reference', instance.id);
  const imported = mapImportedCaptions(db, instance.id, DATASET_CAPTIONS);
  const origin = findOrigin(db, instance.fileId);
  const place = placeOf(instance, origin.path, origin.rootDir);
  const scoring = getScoring(db);
  const inputModalities = modalitiesOf(instance.inputMask);
  const outputModalities = modalitiesOf(instance.outputMask);
  const read = (side: 'task' | 'reference') => {
    const [own, other] = side === 'task' ? [task, reference] : [reference, task];
    const captions = allCaptions(imported, mapAskedCaptions(db, sequenceId(side, instance.id)));
    const items = media.items(own.items, place, captions);
    return readSequence(own, side === 'task' ? 'input' : 'output', other, items);
  };
  return {
    key,
    field,
    subdomain,
    id: recordId,
    ordinal,
    ...(difficulty === undefined ? {} : { difficulty }),
    capabilities: listCapabilitiesOf(db, instanceKey(field, subdomain, recordId)),
    inputModalities,
    outputModalities,
    combination: combinationLabel(inputModalities, outputModalities),
    file: origin.path,
    line,
    task: read('task'),
    reference: read('reference'),
    responses: readResponses(db, media, { instance, task, reference, scoring }, modelNames),
    problems: listProblemsOf(db, key),
  };
}

interface Asked {
  readonly instance: StoredInstance;
  readonly task: StoredSequence;
  readonly reference: StoredSequence;
  readonly scoring: ScoringSettings;
}

function readResponses(
  db: ReadableDb,
  media: MediaReader,
  asked: Asked,
  modelNames: readonly string[],
): Response[] {
  const models = listModels(db);
  const chosen =
    modelNames.length === 0
      ? models
      : modelNames.flatMap((name) => models.find((model) => model.name === name) ?? []);
  const rows = new Map(listResponsesOf(db, asked.instance.id).map((row) => [row.modelId, row]));
  return chosen.flatMap(({ id, name }): Response[] => {
    const row = rows.get(id);
    return row === undefined ? [] : [readResponse(db, media, asked, row, name)];
  });
}

function readResponse(
  db: ReadableDb,
  media: MediaReader,
  { instance, task, reference, scoring }: Asked,
  row: StoredResponse,
  model: string,
): Response {
  const stored = sequenceOf(db, 'response', row.id);
  const origin = findOrigin(db, row.fileId);
  const place = placeOf(instance, origin.path, origin.rootDir);
  const captions = allCaptions(
    mapImportedCaptions(db, instance.id, row.modelId),
    mapAskedCaptions(db, sequenceId('response', row.id)),
  );
  const items = media.items(stored.items, place, captions);
  const sequence = readSequence(stored, 'output', task, items);
  const evidence = evidenceOf(reference, stored, sequence);
  const kept = listScoresOf(db, instance.id, row.modelId).map((score) =>
    score.metric === 'StS' ? { ...score, evidence } : score,
  );
  const made = generatedItems(sequence.segments, sequence.strip);
  const scores = [...kept, ...compositeScores(kept, made, scoring)].sort(compareScores);
  const { line } = row;
  return { model, file: origin.path, line, sequence, contentHash: contentHash(stored), scores };
}

/** One that came with a file goes before one that was asked for. */
function allCaptions(
  imported: ReadonlyMap<string, string>,
  asked: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...asked, ...imported]);
}

function readSequence(
  stored: StoredSequence,
  side: 'input' | 'output',
  other: StoredSequence,
  items: Item[],
): Sequence {
  const { content, strip } = stored;
  const { segments } = buildSequence(content, {
    side,
    ownTags: stored.items.map((item) => item.tag),
    otherTags: other.items.map((item) => item.tag),
  });
  return { content, segments, items, strip };
}

/** Recomputed from the counts that are kept: storing it for every response would double the project. */
function evidenceOf(
  reference: StoredSequence,
  response: StoredSequence,
  { segments, items }: Sequence,
): StructureEvidence {
  const noFile = items.filter(({ media }) => media.kind === 'missing' || media.kind === 'refused');
  const written = new Set(segments.flatMap((part) => (part.kind === 'tag' ? [part.tag] : [])));
  return {
    modalities: matchStructure(unpackCounts(reference.counts), unpackCounts(response.counts)),
    dangling: distinct([
      ...tagsWithRole(segments, 'dangling'),
      ...noFile.map(({ tag }) => tag).filter((tag) => written.has(tag)),
    ]),
    orphan: tagsWithRole(segments, 'orphan'),
    inputReferences: tagsWithRole(segments, 'inputReference'),
  };
}

function tagsWithRole(segments: readonly Segment[], role: string): string[] {
  return distinct(
    segments.flatMap((segment) =>
      segment.kind === 'tag' && segment.role === role ? [segment.tag] : [],
    ),
  );
}

const distinct = (tags: readonly string[]) => [...new Set(tags)];

function sequenceOf(db: ReadableDb, side: Side, owner: number): StoredSequence {
  const stored = findSequence(db, sequenceId(side, owner));
  return stored ?? { content: '', strip: '', counts: '', items: [] };
}

function placeOf(
  { field, subdomain }: StoredInstance,
  file: string,
  root: string | undefined,
): MediaPlace {
  return { roots: root === undefined ? [] : [root], field, subdomain, file };
}

const metricOrder = new Map(listMetrics().map((metric, index) => [metric.id, index]));
function compareScores(a: Score, b: Score): number {
  const rank = (score: Score) => metricOrder.get(score.metric) ?? metricOrder.size;
  return rank(a) - rank(b);
}
