// The official scripts' output files: generation quality (GQ), interleaved coherence (ICS), semantic
// correctness (SC). What they hold is taken over as it is, on the scale it has, failures as failures.
import { parseTagName } from '../../../shared/interleave/parse.ts';
import { instanceKey } from '../../../shared/model/dataset.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { captionsInContent, captionsInObject, captionsOf, isErrorCaption } from './captions.ts';
import { parseSide, parseKey, textOf } from './record.ts';
import { readRecords } from './record-stream.ts';
import {
  decideScScale,
  HUNDREDTHS,
  JUDGED_FIFTHS,
  readScore,
  type ReadScore,
  type ScoreScale,
} from './score-scale.ts';
import type {
  ImportedCaption,
  RawRecord,
  ReadOptions,
  RecordContext,
  RecordSide,
  ResultBatch,
  ResultRecord,
  SourceKind,
} from './types.ts';

/** Kinds of official result files. */
export type ResultKind = Extract<SourceKind, 'gq-results' | 'ics-results' | 'sc-results'>;

/** True for the kinds that {@link readResults} reads. */
export function isResultKind(kind: SourceKind): kind is ResultKind {
  return kind === 'gq-results' || kind === 'ics-results' || kind === 'sc-results';
}

/**
 * Reads an official result file in batches. An SC file is gone through twice: all its figures decide
 * its scale, which each score then names.
 */
export async function* readResults(
  path: string,
  kind: SourceKind,
  context: RecordContext,
  options: ReadOptions = {},
): AsyncGenerator<ResultBatch, void, undefined> {
  if (!isResultKind(kind)) throw new Error(`no kind of result file: ${kind}`);
  const sc = kind === 'sc-results' ? await decideFileScale(path, options) : undefined;
  let pending: Problem[] = sc?.isCertain === false ? [uncertainScale(path)] : [];
  let next = options.start ?? { byte: 0, line: 1 };
  let allOnes = 0;
  for await (const batch of readRecords(path, options)) {
    const problems = [...pending, ...batch.problems];
    pending = [];
    const records = batch.records.flatMap((raw) => {
      const record = parseResult(raw, kind, context, sc?.scale ?? JUDGED_FIFTHS, problems);
      return record === undefined ? [] : [record];
    });
    if (kind === 'ics-results')
      allOnes += records.filter(({ scores }) => scores.every(({ raw }) => raw === 1)).length;
    next = batch.next;
    yield { records, problems, next };
  }
  if (allOnes > 0) yield { records: [], problems: [onesProblem(path, allOnes)], next };
}

async function decideFileScale(path: string, { signal }: ReadOptions) {
  const raws: number[] = [];
  const options = signal === undefined ? {} : { signal };
  for await (const { records } of readRecords(path, options))
    for (const { value } of records) {
      const output = fieldsOf(fieldsOf(value)?.['output']);
      const raw = Number(output?.['score'] ?? Number.NaN);
      if (Number.isFinite(raw)) raws.push(raw);
    }
  return decideScScale(raws);
}

type Fields = Readonly<Record<string, unknown>>;
type AddProblem = (problem: Omit<Problem, 'file' | 'line'>) => void;

function fieldsOf(value: unknown): Fields | undefined {
  const isFields = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isFields ? (value as Fields) : undefined;
}

/** One record of a result file; what cannot be used is pushed to `problems`. */
export function parseResult(
  raw: RawRecord,
  kind: ResultKind,
  context: RecordContext,
  scale: ScoreScale,
  problems: Problem[],
): ResultRecord | undefined {
  const add: AddProblem = (problem) =>
    problems.push({ ...problem, file: context.file, line: raw.line });
  const fields = fieldsOf(raw.value);
  const key = fields === undefined ? undefined : parseKey(fields, context, add);
  if (fields === undefined || key === undefined) {
    if (fields === undefined)
      add({
        code: 'bad-record',
        severity: 'error',
        message: 'Cannot read a result: it is no object.',
      });
    return undefined;
  }
  const result = READERS[kind](fields, scale);
  for (const problem of result.read.flatMap((read) => ('problem' in read ? [read.problem] : [])))
    add({
      code: 'bad-score',
      severity: 'warning',
      message: `Left out a score of "${key.id}": ${problem}. Correct the file.`,
      key: instanceKey(key.field, key.subdomain, key.id),
    });
  const scores = result.read.flatMap((read) => ('score' in read ? [read.score] : []));
  const { captions, response } = result;
  return { ...key, line: raw.line, scores, captions, ...(response && { response }) };
}

interface ReadResult {
  readonly read: readonly ReadScore[];
  readonly captions: readonly ImportedCaption[];
  readonly response?: RecordSide;
}

const READERS: Readonly<Record<ResultKind, (fields: Fields, scale: ScoreScale) => ReadResult>> = {
  'gq-results'(fields) {
    const read = Object.entries(fieldsOf(fields['scores']) ?? {}).map(([key, raw]) =>
      readScore({ metric: 'GQ', tag: itemOf(key) }, raw, HUNDREDTHS),
    );
    return { read, captions: captionsOfSides(fields), ...responseOf(fields) };
  },
  'ics-results'(fields) {
    const captions = captionsFrom([
      ...captionsInObject(fields['modal']),
      ...captionsInContent(textOf(fields['content']) ?? ''),
    ]);
    const score = fieldsOf(fields['score']) ?? {};
    const spoilt = spoiltBy(captions);
    return {
      captions,
      read: [
        readScore({ metric: 'HC' }, score['coherence'], JUDGED_FIFTHS, spoilt),
        readScore({ metric: 'SH' }, score['style_consistency'], JUDGED_FIFTHS, spoilt),
      ],
    };
  },
  'sc-results'(fields, scale) {
    const output = fieldsOf(fields['output']) ?? {};
    const captions = captionsFrom(captionsInContent(textOf(output['captioned_response']) ?? ''));
    return {
      captions,
      read: [readScore({ metric: 'SC' }, output['score'], scale, spoiltBy(captions))],
      ...responseOf(fields),
    };
  },
};

function responseOf(fields: Fields): { response?: RecordSide } {
  const output = fieldsOf(fields['output']);
  if (output === undefined || !('content' in output)) return {};
  // notes about the shape belong to the prediction file, which is imported on its own
  const response = parseSide(output, () => undefined);
  return response === undefined ? {} : { response };
}

function captionsOfSides(fields: Fields): ImportedCaption[] {
  const { response } = responseOf(fields);
  return response === undefined ? [] : captionsOf({ output: response });
}

/** Canonical tag of an item; a response's text is `text`. */
function itemOf(key: string): string {
  return parseTagName(key)?.tag ?? key;
}

function captionsFrom(found: readonly { tag: string; text: string }[]): ImportedCaption[] {
  const byTag = new Map<string, string>();
  for (const { tag, text } of found) if (!byTag.has(tag)) byTag.set(tag, text);
  return [...byTag].map(([tag, text]) => ({
    side: 'output',
    tag,
    text,
    isError: isErrorCaption(text),
  }));
}

function spoiltBy(captions: readonly ImportedCaption[]): string | undefined {
  const error = captions.find((caption) => caption.isError);
  return error === undefined
    ? undefined
    : `"${error.tag}" was judged by a captioner's error message: "${error.text.slice(0, 120)}"`;
}

function uncertainScale(file: string): Problem {
  return {
    code: 'bad-score',
    severity: 'warning',
    file,
    message:
      'Read the SC scores as 1 to 5: the file holds only zeros and ones, so that it could as well be ' +
      `0 to 1. Check where it comes from. "${file}"`,
  };
}

function onesProblem(file: string, count: number): Problem {
  return {
    code: 'bad-score',
    severity: 'info',
    file,
    message:
      `Kept ${count.toLocaleString('en')} coherence results of 1 and 1 as they are: the official script ` +
      `also writes these where the judge's reply could not be read. "${file}"`,
  };
}
