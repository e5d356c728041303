// What is behind the judged figures of a response, as it was when they were made; and whether it would
// be found again if they were asked for now.
import { z } from 'zod';
import { AppError } from '../../../../shared/api/errors.ts';
import type { CaptionUse, Judgement } from '../../../../shared/model/judge.ts';
import type { MediaState } from '../../../../shared/model/media.ts';
import { findCaptionText } from '../../db/captions.ts';
import { findCall } from '../../db/calls.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { findInstance } from '../../db/instances.ts';
import type { JudgedCaption, JudgedRecord } from '../../db/judged-outcomes.ts';
import { listLabels } from '../../db/judgement-labels.ts';
import { listModels } from '../../db/models.ts';
import { findOutcomeDetail, type OutcomeDetail } from '../../db/outcomes.ts';
import { listResponsesOf } from '../../db/responses.ts';
import { listComputedScores, type ComputedScore } from '../../db/scores.ts';
import { CAPTION_FORM } from '../../judges/index.ts';
import type { MediaReader } from '../../query/item-media.ts';
import { createKnownHashes } from '../scoring/content-hasher.ts';
import type { DoerItem } from '../scoring/define-doer.ts';
import { modalityOfTag } from '../scoring/item-tag.ts';
import { keyText } from '../scoring/outcome-key.ts';
import { createPreparers } from '../scoring/preparers.ts';
import { describeCall, describeCalls } from './describe-call.ts';
import { judgementId } from './judgement-id.ts';
import { describeJudge, type JudgeSetup } from './judge-setup.ts';
import { readKept } from './read-kept.ts';
import { createResponseReader } from './read-response.ts';

/** What reading judgements needs. */
export interface JudgementReading {
  readonly db: ReadableDb;
  readonly media: () => MediaReader;
  readonly setup: JudgeSetup;
}

const METRICS = ['SC', 'coherence', 'GQ'] as const;
/** The figure by which a judgement is found; that of HC is that of SH, too. */
const FIGURE = { SC: 'SC', coherence: 'HC', GQ: 'GQ' } as const;

/**
 * @param model  its name
 * @returns in the order of the metrics, then of the tags; nothing where the model has no response
 * @throws AppError 'not-found' when there is no such instance or model
 */
export async function readJudgements(
  reading: JudgementReading,
  key: string,
  model: string,
): Promise<Judgement[]> {
  const { db } = reading;
  const instance = findInstance(db, key);
  const known = listModels(db).find(({ name }) => name === model);
  if (instance === undefined || known === undefined) {
    const what = instance === undefined ? `the instance "${key}"` : `the model "${model}"`;
    throw new AppError('not-found', `Cannot read judgements: the project does not have ${what}.`);
  }
  const row = listResponsesOf(db, instance.id).find(({ modelId }) => modelId === known.id);
  if (row === undefined) return [];
  const { field, subdomain } = instance;
  const response = {
    ...{ responseId: row.id, instanceId: instance.id, modelId: known.id, fileId: row.fileId },
    ...{ key, field, subdomain },
  };
  const scores = listComputedScores(db, instance.id, known.id);
  const describe = createDescriber(reading, response);
  const judgements: Judgement[] = [];
  for (const metric of METRICS) {
    for (const score of scores.filter((one) => one.metric === FIGURE[metric])) {
      const judgement = await describe(metric, model, score);
      if (judgement !== undefined) judgements.push(judgement);
    }
  }
  return judgements;
}

type Describer = (
  metric: Judgement['metric'],
  model: string,
  score: ComputedScore,
) => Promise<Judgement | undefined>;

function createDescriber(reading: JudgementReading, response: DoerItem['response']): Describer {
  const { db, media, setup } = reading;
  const preparers = createPreparers(db, media, setup, {}, createKnownHashes(db));
  const scorers = describeJudge(setup, METRICS);
  const mediaOf = createMediaFinder(reading, response);

  async function isStale(
    metric: Judgement['metric'],
    tag: string,
    outcome: OutcomeDetail | undefined,
  ): Promise<boolean> {
    const modality = modalityOfTag(tag);
    const scorer = scorers.find((one) => one.metric === metric && one.modality === modality);
    if (scorer === undefined || outcome === undefined) return false; // nobody can say
    const task = await preparers.judge({ tag, metric, response }, scorer);
    const now = task.kind === 'task' ? task.key : undefined;
    return now === undefined || keyText(now) !== keyText(outcome.key);
  }

  return async (metric, model, { tag, outcomeId, unscored }) => {
    const outcome = outcomeId === undefined ? undefined : findOutcomeDetail(db, outcomeId);
    const judged = JudgedComponents.safeParse(outcome?.components);
    if (!judged.success && metric === 'GQ') return undefined; // a worker's
    const parts = judged.data;
    const id = judgementId({ metric, tag, model, key: response.key });
    return {
      id,
      metric,
      ...(tag !== '' && { tag }),
      values: outcome?.status === 'scored' ? valuesOf(outcome) : {},
      raws: parts?.raws ?? {},
      ...(parts?.spread !== undefined && { spread: parts.spread }),
      reasons: joinReasons(parts?.reasons ?? {}),
      ...(unscored !== undefined && { unscored }),
      captions: (parts?.captions ?? []).map((one) => ({
        ...describeCaption(db, one),
        ...mediaOf(one),
      })),
      calls: describeCalls(db, parts?.calls ?? []),
      isOfficialCompatible: parts?.isOfficialCompatible ?? false,
      isStale: await isStale(metric, tag, outcome),
      labels: listLabels(db, id),
    };
  };
}

/** What `askTheJudge` writes. */
const JudgedComponents = z.object({
  judge: z.string(),
  calls: z.array(z.int()),
  captions: z.array(z.custom<JudgedCaption>((value) => typeof value === 'object')),
  isOfficialCompatible: z.boolean(),
  raws: z.record(z.string(), z.array(z.number())).optional(),
  spread: z.record(z.string(), z.number()).optional(),
  reasons: z.record(z.string(), z.array(z.string())).optional(),
}) satisfies z.ZodType<JudgedRecord>;

function valuesOf({ figures }: Extract<OutcomeDetail, { status: 'scored' }>) {
  return Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));
}

/** Of several repeats each with its number. */
function joinReasons(reasons: Readonly<Record<string, readonly string[]>>) {
  const join = (all: readonly string[]) =>
    all.length === 1 ? (all[0] ?? '') : all.map((one, at) => `${at + 1}. ${one}`).join('\n');
  return Object.fromEntries(Object.entries(reasons).map(([name, all]) => [name, join(all)]));
}

function describeCaption(db: ReadableDb, used: JudgedCaption): CaptionUse {
  const { side, tag, modality, source, callId, textHash } = used;
  const call = callId === undefined ? undefined : findCall(db, callId);
  const head = { side, tag, modality, source, ...(call && { call: describeCall(call) }) };
  if (textHash !== undefined) return { ...head, caption: findCaptionText(db, textHash) ?? '' };
  const read = call && readKept(call, CAPTION_FORM);
  return { ...head, caption: read?.status === 'answered' ? read.value : '' };
}

function createMediaFinder(
  { db, media, setup }: JudgementReading,
  response: DoerItem['response'],
): (caption: JudgedCaption) => { media?: MediaState } {
  const read = createResponseReader(db, media, setup)(response);
  return ({ side, tag }) => {
    const state = read?.[side].items.find((item) => item.tag === tag)?.media;
    return state === undefined ? {} : { media: state };
  };
}
