import { buildSequence } from '../../../../shared/interleave/sequence.ts';
import type { OfficialKind } from '../../../../shared/model/export.ts';
import type { Score } from '../../../../shared/model/score.ts';
import {
  DATASET_CAPTIONS,
  findCaptionText,
  mapAskedCaptions,
  mapImportedCaptions,
} from '../../db/captions.ts';
import type { ReadableDb } from '../../db/handle.ts';
import type { StoredInstance } from '../../db/instances.ts';
import { findCall } from '../../db/calls.ts';
import type { JudgedRecord } from '../../db/judged-outcomes.ts';
import { listResponsesOf } from '../../db/responses.ts';
import { listScoresOf } from '../../db/scores.ts';
import { findSequence, listItems } from '../../db/sequence-rows.ts';
import { sequenceId } from '../../db/sequences.ts';
import { chooseScores, generatedItems, TEXT_ITEM } from '../../query/composite-scores.ts';
import {
  METRICS_OF_KIND,
  type ExportedFigure,
  type ExportedResponse,
  type JudgedBy,
} from './official-record.ts';
import { scOnScale } from './sc-scale.ts';

/** What one file is made of. */
export interface ExportScope {
  readonly kind: OfficialKind;
  readonly modelId: number;
  /** See `isOlderScale`; of SC only. */
  readonly isOlderScale: boolean;
  /** In place of the judge's figures. */
  readonly ofPeople?: readonly ExportedFigure[];
}

/** Figures of a kind that a model has for an instance, each once: computed ones before imported ones. */
export function figuresOfKind(
  db: ReadableDb,
  instanceId: number,
  { kind, modelId }: Pick<ExportScope, 'kind' | 'modelId'>,
): Score[] {
  const scores = listScoresOf(db, instanceId, modelId);
  return chooseScores(scores.filter(({ metric }) => METRICS_OF_KIND[kind].includes(metric)));
}

/** @returns undefined where the model has no response, or none of these figures were ever asked for */
export function readExported(
  db: ReadableDb,
  instance: StoredInstance,
  scope: ExportScope,
): ExportedResponse | undefined {
  const { ofPeople } = scope;
  if (ofPeople?.length === 0) return undefined;
  const scores = ofPeople === undefined ? figuresOfKind(db, instance.id, scope) : [];
  const response = listResponsesOf(db, instance.id).find((one) => one.modelId === scope.modelId);
  const stored =
    response === undefined ? undefined : findSequence(db, sequenceId('response', response.id));
  if (response === undefined || stored === undefined) return undefined;
  const inputTags = listItems(db, sequenceId('task', instance.id)).map(({ tag }) => tag);
  const ownTags = stored.items.map(({ tag }) => tag);
  const { segments } = buildSequence(stored.content, {
    side: 'output',
    ownTags,
    otherTags: inputTags,
  });
  const generated = generatedItems(segments, stored.strip);
  // an answer of text alone has a record in the official quality files, and no score in it
  const isNothingToRate = scope.kind === 'gq' && generated.every((tag) => tag === TEXT_ITEM);
  if (scores.length === 0 && ofPeople === undefined && !isNothingToRate) return undefined;
  const tags = segments.flatMap((segment) => (segment.kind === 'tag' ? [segment] : []));
  const referred = new Set(
    tags.flatMap(({ tag, role }) => (role === 'inputReference' ? [tag] : [])),
  );
  const captions = captionsOf(
    db,
    { instance, modelId: scope.modelId, responseId: response.id },
    referred,
    scores,
  );
  // what stands in the answer already is not written a second time
  for (const [tag, caption] of captions) {
    const named = tags.filter((one) => one.tag === tag);
    if (named.length > 0 && named.every((one) => one.caption === caption)) captions.delete(tag);
  }
  return {
    field: instance.field,
    subdomain: instance.subdomain,
    id: instance.recordId,
    difficulty: instance.difficulty,
    content: stored.content,
    entries: stored.items,
    generated,
    untagged: tags.flatMap(({ tag, role }) => (role === 'orphan' ? [tag] : [])),
    captions,
    figures: ofPeople ?? scores.map((score) => toFigure(db, score, scope)),
  };
}

interface Owner {
  readonly instance: StoredInstance;
  readonly modelId: number;
  readonly responseId: number;
}

/** As they are now; where a judge was given another text in their place, that one. */
function captionsOf(
  db: ReadableDb,
  { instance, modelId, responseId }: Owner,
  referred: ReadonlySet<string>,
  scores: readonly Score[],
): Map<string, string> {
  const own = new Map([
    ...mapAskedCaptions(db, sequenceId('response', responseId)),
    ...mapImportedCaptions(db, instance.id, modelId),
  ]);
  const ofInput = new Map([
    ...mapAskedCaptions(db, sequenceId('task', instance.id)),
    ...mapImportedCaptions(db, instance.id, DATASET_CAPTIONS),
  ]);
  for (const tag of referred) {
    const caption = ofInput.get(tag);
    if (caption !== undefined) own.set(tag, caption);
  }
  for (const { side, tag, textHash } of scores.flatMap(
    (score) => judgedOf(score)?.captions ?? [],
  )) {
    const text = textHash === undefined ? undefined : findCaptionText(db, textHash);
    const isUsed = side === 'response' || (side === 'task' && referred.has(tag));
    if (text !== undefined && isUsed) own.set(tag, text);
  }
  return own;
}

function toFigure(
  db: ReadableDb,
  score: Score,
  { kind, isOlderScale }: ExportScope,
): ExportedFigure {
  const { metric, tag = '' } = score;
  return { metric, tag, raw: rawOf(score, kind, isOlderScale), judgedBy: judgedBy(db, score) };
}

function rawOf(score: Score, kind: OfficialKind, isOlderScale: boolean): number | undefined {
  if (kind === 'sc') return scOnScale(score, isOlderScale);
  const { raw, value } = score;
  if (value === undefined) return undefined;
  return raw ?? (kind === 'gq' ? Math.round(value * 1e4) / 100 : value * 5);
}

function judgedBy(db: ReadableDb, score: Score): JudgedBy | undefined {
  const judged = judgedOf(score);
  const [first] = judged?.calls ?? [];
  const prompt = first === undefined ? undefined : findCall(db, first)?.prompt;
  if (judged === undefined || prompt === undefined) return undefined;
  return {
    model: judged.judge,
    prompt: prompt.id,
    prompt_version: prompt.version,
    prompt_hash: prompt.hash,
    repeats: judged.calls.length,
    ...(judged.isOfficialCompatible && { official_compatible: true }),
  };
}

/** What a judged outcome keeps in its components; other evidence has no calls. */
function judgedOf({ evidence }: Score): JudgedRecord | undefined {
  const isJudged =
    typeof evidence === 'object' && evidence !== null && 'calls' in evidence && 'judge' in evidence;
  return isJudged ? (evidence as JudgedRecord) : undefined; // written by the judging runs only
}
