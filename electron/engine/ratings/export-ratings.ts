import { resolve } from 'node:path';
import type { RatingExport } from '../../../shared/model/export.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import type { HumanRating } from '../../../shared/model/rating.ts';
import { toAppError } from '../db/errors.ts';
import { prepareInstanceFinder } from '../db/instances.ts';
import { listHoldingEvents, type StoredRatingEvent } from '../db/rating-events.ts';
import { createBreather, openPart, refusePlace } from '../report/export/part-file.ts';
import { createStaleness, readHumanRatings } from './human-ratings.ts';
import { filteredIndexes } from './population.ts';
import { nameKey } from './rater-name.ts';
import type { RatingSource } from './seat.ts';
import type { FileHasher } from './shown.ts';

/** Which ratings, how written, and where to. */
export interface RatingExportRequest {
  readonly filter: InstanceFilter;
  readonly sampleId?: string | undefined;
  readonly format: 'jsonl' | 'csv';
  readonly path: string;
}

/** One line; what an import reads stands first. */
interface Line {
  readonly domain: string;
  readonly subdomain: string;
  readonly id: string;
  readonly ordinal?: number;
  readonly model: string;
  readonly metric: string;
  readonly tag?: string;
  readonly rater: string;
  readonly value: number;
  readonly ratedAt: string;
  readonly responseHash?: string;
  readonly note?: string;
  /** Of a preference: the model compared with; its value is 1 A better, 2 leaning A, 3 leaning B, 4 B. */
  readonly against?: string;
  readonly phase?: string;
  readonly source: 'human';
  readonly isStale: boolean;
  readonly stale?: string;
}

const COLUMNS: readonly (keyof Line)[] = [
  ...([
    'domain',
    'subdomain',
    'id',
    'ordinal',
    'model',
    'metric',
    'tag',
    'rater',
    'value',
  ] as const),
  ...(['ratedAt', 'responseHash', 'note', 'against', 'phase', 'source'] as const),
  ...(['isStale', 'stale'] as const),
];

/**
 * Writes every human rating that holds, one a line, so that an import reads it again; preferences behind
 * them. The file is there whole or not at all.
 *
 * @throws AppError 'bad-input' for a place that must not be written to, 'read-only', 'disk-full'
 */
export async function exportRatings(
  source: RatingSource,
  hashOf: FileHasher,
  { filter, sampleId, format, path: given }: RatingExportRequest,
  signal: AbortSignal,
): Promise<RatingExport> {
  const path = resolve(given);
  refusePlace(source.db, path);
  const lines = await readLines(source, hashOf, filter, sampleId);
  const breathe = createBreather(signal);
  const file = openPart(path);
  try {
    if (format === 'csv') file.write(`${COLUMNS.join(',')}\n`);
    for (const line of lines) {
      await breathe();
      file.write(format === 'csv' ? `${toCsv(line)}\n` : `${JSON.stringify(line)}\n`);
    }
    file.finish();
  } catch (error) {
    file.discard();
    throw toAppError(error, { doing: 'export', path });
  }
  const stale = lines.filter(({ isStale }) => isStale).length;
  return { files: 1, records: lines.length, stale };
}

async function readLines(
  source: RatingSource,
  hashOf: FileHasher,
  filter: InstanceFilter,
  sampleId: string | undefined,
): Promise<Line[]> {
  const columns = source.query.columns();
  const lists = { columns, list: source.query.list() };
  const keys = new Set(Array.from(filteredIndexes(lists, filter, []), (at) => columns.keys[at]));
  const isMeant = (key: string) => Object.keys(filter).length === 0 || keys.has(key);
  const partsOf = prepareParts(source);
  const ratings = (await readHumanRatings(source, hashOf, { sampleId })).filter(({ key }) =>
    isMeant(key),
  );
  const notes = readNotes(source, sampleId);
  const rated = ratings.map((rating) =>
    toLine(rating, partsOf(rating.key), notes.get(noteName(rating))),
  );
  return [...rated, ...(await readPreferenceLines(source, hashOf, sampleId, isMeant))];
}

type Parts = Pick<Line, 'domain' | 'subdomain' | 'id' | 'ordinal'>;

/** As the record writes them; of an instance that is gone as its key says. */
function prepareParts({ db }: RatingSource): (key: string) => Parts {
  const find = prepareInstanceFinder(db);
  return (key) => {
    const instance = find(key);
    const [field = '', subdomain = '', id = '', ordinal = '1'] = key.split('/');
    const nth = instance?.ordinal ?? Number(ordinal);
    return {
      domain: instance?.field ?? field,
      subdomain: instance?.subdomain ?? subdomain,
      id: instance?.recordId ?? id,
      ...(nth > 1 ? { ordinal: nth } : {}),
    };
  };
}

function toLine(rating: HumanRating, parts: Parts, noteOfUnit: string | undefined): Line {
  const { model, metric, tag, rater, value, ratedAt, responseHash, phase, stale } = rating;
  const note = [rating.note, noteOfUnit].filter((one) => one !== undefined).join(' · ');
  return {
    ...parts,
    ...{ model, metric, rater, value, ratedAt },
    ...(tag === undefined ? {} : { tag }),
    ...(responseHash === undefined ? {} : { responseHash }),
    ...(note === '' ? {} : { note }),
    ...(phase === 'imported' ? {} : { phase }),
    source: 'human',
    isStale: stale.length > 0,
    ...(stale.length > 0 ? { stale: stale.join(' ') } : {}),
  };
}

interface Noted {
  readonly key: string;
  readonly model: string;
  readonly rater: string;
}
const noteName = ({ key, model, rater }: Noted) => JSON.stringify([key, model, nameKey(rater)]);

/** What raters noted of a response as a whole; the last word of each counts. */
function readNotes({ db }: RatingSource, sampleId: string | undefined): Map<string, string> {
  const notes = new Map<string, string>();
  for (const event of listHoldingEvents(db)) {
    if (event.kind !== 'note' || (sampleId !== undefined && event.sampleId !== sampleId)) continue;
    if (event.text === '') notes.delete(noteName(event));
    else notes.set(noteName(event), event.text);
  }
  return notes;
}

const VALUE_OF_PREFERENCE: Readonly<Record<string, number>> = { A: 1, tieA: 2, tieB: 3, B: 4 };

/** The last one of each rater and pair. */
async function readPreferenceLines(
  source: RatingSource,
  hashOf: FileHasher,
  sampleId: string | undefined,
  isMeant: (key: string) => boolean,
): Promise<Line[]> {
  const staleOf = createStaleness(source, hashOf);
  const partsOf = prepareParts(source);
  const last = new Map<string, StoredRatingEvent>();
  for (const event of listHoldingEvents(source.db)) {
    if (event.kind !== 'preference' || !isMeant(event.key)) continue;
    if (sampleId !== undefined && event.sampleId !== sampleId) continue;
    last.set(JSON.stringify([event.sampleId, event.unit, event.nameKey]), event);
  }
  const lines: Line[] = [];
  for (const event of last.values()) {
    const against = event.otherModel ?? '';
    const stale = await staleOf(event.key, [event.model, against], event.shown, '');
    lines.push({
      ...partsOf(event.key),
      ...{ model: event.model, metric: 'preference', rater: event.rater },
      value: VALUE_OF_PREFERENCE[event.word] ?? 0,
      ratedAt: event.at,
      responseHash: event.responseHash,
      against,
      ...{ phase: 'blind', source: 'human', isStale: stale.length > 0 },
      ...(stale.length > 0 ? { stale: stale.join(' ') } : {}),
    });
  }
  return lines;
}

/** A cell that a table would take for a formula is made text. */
function toCsv(line: Line): string {
  return COLUMNS.map((column) => {
    const value = line[column];
    if (typeof value !== 'string') return String(value ?? '');
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }).join(',');
}
