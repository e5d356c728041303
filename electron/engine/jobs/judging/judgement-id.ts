import { z } from 'zod';
import { AppError } from '../../../../shared/api/errors.ts';
import type { Judgement } from '../../../../shared/model/judge.ts';
import { parseJson } from '../../parse-json.ts';

/** What a judgement is of. */
export interface JudgementName {
  readonly metric: Judgement['metric'];
  /** Empty for a whole response. */
  readonly tag: string;
  readonly model: string;
  readonly key: string;
}

const Parts = z.tuple([z.enum(['SC', 'coherence', 'GQ']), z.string(), z.string(), z.string()]);

/** Names a judgement; the same one after it was made anew. */
export function judgementId({ metric, tag, model, key }: JudgementName): string {
  return JSON.stringify([metric, tag, model, key]);
}

/** @throws AppError 'bad-input' when it is none of ours */
export function parseJudgementId(id: string): JudgementName {
  const parts = Parts.safeParse(parseJson(id));
  if (!parts.success) {
    throw new AppError('bad-input', `Cannot read the name of the judgement. Ask anew. "${id}"`);
  }
  const [metric, tag, model, key] = parts.data;
  return { metric, tag, model, key };
}
