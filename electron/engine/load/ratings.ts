import type { Problem } from '../../../shared/model/problem.ts';
import { describe } from './modal-entries.ts';
import { parseKey, textOf } from './record.ts';
import { readRecords } from './record-stream.ts';
import type { RatingRecord, RawRecord, RecordContext } from './types.ts';

/** Metrics that people rate on the judge's scale, 1 to 5. */
const JUDGED_METRICS: ReadonlySet<string> = new Set(['SC', 'HC', 'SH']);

/** Human ratings of a file, one JSON object each. A rating that cannot be used is a problem. */
export async function loadRatings(
  path: string,
): Promise<{ readonly ratings: RatingRecord[]; readonly problems: Problem[] }> {
  const context: RecordContext = { file: path, kind: 'ratings' };
  const ratings: RatingRecord[] = [];
  const problems: Problem[] = [];
  for await (const batch of readRecords(path)) {
    problems.push(...batch.problems);
    for (const raw of batch.records) {
      const rating = parseRating(raw, context, problems);
      if (rating !== undefined) ratings.push(rating);
    }
  }
  return { ratings, problems };
}

function parseRating(
  raw: RawRecord,
  context: RecordContext,
  problems: Problem[],
): RatingRecord | undefined {
  const file = context.file;
  const { line } = raw;
  const fail = (message: string) => {
    problems.push({ code: 'bad-score', severity: 'warning', file, line, message });
    return undefined;
  };
  if (typeof raw.value !== 'object' || raw.value === null || Array.isArray(raw.value))
    return fail(`Left out a rating: it is ${describe(raw.value)}, not an object.`);
  const fields = raw.value as Readonly<Record<string, unknown>>;
  const key = parseKey(fields, context, (problem) => problems.push({ ...problem, file, line }));
  if (key === undefined) return undefined;
  const { value } = fields;
  const [model, metric, rater] = ['model', 'metric', 'rater'].map((name) => textOf(fields[name]));
  if (model === undefined || metric === undefined || rater === undefined)
    return fail(`Left out a rating of "${key.id}": it needs "model", "metric" and "rater".`);
  if (typeof value !== 'number' || !Number.isFinite(value))
    return fail(`Left out a rating of "${key.id}": its value is ${describe(value)}, not a number.`);
  if (JUDGED_METRICS.has(metric) && (value < 1 || value > 5))
    return fail(`Left out a rating of "${key.id}": ${metric} is rated 1 to 5, not ${value}.`);
  const ratedAt = textOf(fields['ratedAt']);
  if (ratedAt === undefined || Number.isNaN(Date.parse(ratedAt)))
    return fail(
      `Left out a rating of "${key.id}": "ratedAt" is ${describe(fields['ratedAt'])}, no time.`,
    );
  const responseHash = textOf(fields['responseHash']);
  const note = textOf(fields['note']);
  const tag = textOf(fields['tag']);
  const { ordinal, phase } = fields;
  return {
    ...key,
    model,
    metric,
    rater,
    value,
    ratedAt: new Date(ratedAt).toISOString(),
    line,
    ...(responseHash === undefined ? undefined : { responseHash }),
    ...(note === undefined ? undefined : { note }),
    ...(tag === undefined ? undefined : { tag }),
    ...(typeof ordinal === 'number' && Number.isInteger(ordinal) ? { ordinal } : undefined),
    ...(phase === 'blind' || phase === 'corrected' ? { phase } : undefined),
  };
}
