// Tells kinds of files apart by what their first records hold. A dataset and predictions have one
// shape; there the caller's word decides, then the folder's name, then whether there are inputs.
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseContent } from '../../../shared/interleave/parse.ts';
import { readMediaValue } from './media-value.ts';
import { readRecords } from './record-stream.ts';
import type { SourceKind } from './types.ts';

const LOOKED_AT = 8;
const HEADER_BYTES = 4096;

/**
 * The kind of a file.
 *
 * @param expected  what the user says it is; decides between `dataset`, `captions` and `predictions`
 * @returns `unknown` when nothing in it is a record of any kind
 */
export async function detectKind(path: string, expected?: SourceKind): Promise<SourceKind> {
  if (isTable(path)) return (await hasCapabilityHeader(path)) ? 'capabilities' : 'unknown';
  const votes = new Map<SourceKind, number>();
  for await (const { records } of readRecords(path, { batchSize: LOOKED_AT })) {
    for (const { value } of records.slice(0, LOOKED_AT)) {
      const kind = kindOfRecord(value);
      if (kind !== undefined) votes.set(kind, (votes.get(kind) ?? 0) + 1);
    }
    if (votes.size > 0 || records.length > 0) break;
  }
  const [found] = [...votes].sort(([, a], [, b]) => b - a);
  return found === undefined ? 'unknown' : refine(found[0], path, expected);
}

/** Answers may repeat the input, which makes them look like a dataset. */
const ANSWERS_FOLDER = /[\\/](?:predictions?|preds|responses)[\\/]/i;

/** A table of comma- or tab-separated values, by its extension. */
export function isTable(path: string): boolean {
  return ['.csv', '.tsv'].includes(extname(path).toLowerCase());
}

function refine(found: SourceKind, path: string, expected: SourceKind | undefined): SourceKind {
  if (found !== 'dataset' && found !== 'predictions' && found !== 'captions') return found;
  if (expected === 'predictions') return 'predictions';
  if (expected === 'captions') return 'captions';
  if (/[\\/]qapairs_caption[\\/]/.test(path)) return 'captions';
  if (expected === 'dataset' && found !== 'captions') return 'dataset';
  if (expected === undefined && ANSWERS_FOLDER.test(path)) return 'predictions';
  return found;
}

/** The kind of one record; undefined when it is none, as a stub. */
export function kindOfRecord(value: unknown): SourceKind | undefined {
  if (!isObject(value)) return undefined;
  const { input, output, score, scores, modal, content } = value;
  if ('rater' in value && 'metric' in value) return 'ratings';
  if (isObject(scores)) return 'gq-results';
  if (isObject(score) && ('coherence' in score || 'style_consistency' in score))
    return 'ics-results';
  if (isObject(output) && ('score' in output || 'captioned_response' in output))
    return 'sc-results';
  if (isObject(input) || output !== undefined) {
    if (isCaptioned(output)) return 'captions';
    return isObject(input) ? 'dataset' : 'predictions';
  }
  if (hasCapabilities(value)) return 'capabilities';
  if (typeof content !== 'string') return undefined;
  return isObject(modal) && hasCaptionValues(modal) ? 'captions' : 'predictions';
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Most tags of the answer carry a caption, `<image2: a caption>`. */
function isCaptioned(output: unknown): boolean {
  if (!isObject(output) || typeof output['content'] !== 'string') return false;
  const tags = parseContent(output['content']).filter((segment) => segment.kind === 'tag');
  return (
    tags.length > 0 && tags.filter((tag) => tag.caption !== undefined).length * 2 > tags.length
  );
}

function hasCaptionValues(modal: Fields): boolean {
  const texts = Object.values(modal).filter((value) => typeof value === 'string');
  return texts.some((text) => readMediaValue(text).kind === 'inline');
}

/** A row of the table, or the table as one object: key of an instance → capabilities. */
function hasCapabilities(value: Fields): boolean {
  if ('capabilities' in value || 'capability' in value) return 'id' in value;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(([key, list]) => /^[^/]+\/[^/]+\/.+/.test(key) && Array.isArray(list))
  );
}

async function hasCapabilityHeader(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    const [header = ''] = buffer.toString('utf8', 0, bytesRead).split(/[\r\n]/);
    return /\bid\b/i.test(header) && /\bcapabilit(?:y|ies)\b/i.test(header);
  } finally {
    await handle.close();
  }
}
