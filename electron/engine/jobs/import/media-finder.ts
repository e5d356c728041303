import type { Problem } from '../../../../shared/model/problem.ts';
import type { MediaPlace, RecordSide } from '../../load/types.ts';
import { keepProblems, mediaRoots, type ImportContext, type OpenFile } from './import-context.ts';
import { prepareSequence, type PreparedSequence } from './store-sequence.ts';

/** The record whose media are looked for. */
export interface RecordPlace {
  readonly key: string;
  readonly field: string;
  readonly subdomain: string;
  readonly line: number;
}

/** Prepares the sequences of one file's records and reports what is wrong with their media. */
export interface MediaFinder {
  readonly prepare: (
    side: RecordSide,
    is: 'input' | 'output',
    otherTags: readonly string[],
    at: RecordPlace,
  ) => PreparedSequence;
  /** One problem for the file, when some of its media have no file: each item shows its own state. */
  readonly reportMissing: () => void;
}

/** @returns a finder for the file that is being read */
export function createMediaFinder(context: ImportContext, open: OpenFile): MediaFinder {
  const roots = mediaRoots(context, open);
  const dirs = roots.map((root) => root.dir);
  const places = new Map<string, MediaPlace>();
  const placeOf = ({ field, subdomain }: RecordPlace) => {
    const name = `${field}/${subdomain}`;
    const known = places.get(name);
    if (known !== undefined) return known;
    const place = { roots: dirs, field, subdomain, file: open.file.path };
    places.set(name, place);
    return place;
  };
  return {
    prepare(side, is, otherTags, at) {
      const media = { resolver: context.resolver, place: placeOf(at), roots };
      const prepared = prepareSequence(side, is, otherTags, media);
      for (const { entry, reason } of prepared.refused) {
        const { key, line } = at;
        const message = `Refused a path of "${entry.tag}": ${reason} "${entry.value}"`;
        const file = open.file.path;
        keepProblems(context, open, [
          { code: 'path-refused', severity: 'error', file, line, key, message },
        ]);
      }
      return prepared;
    },
    reportMissing() {
      const missing = countMissing(context, open.file.id);
      if (missing.count > 0) keepProblems(context, open, [missingProblem(open, missing)]);
    },
  };
}

interface Missing {
  readonly count: number;
  readonly total: number;
  readonly example: string | null;
}

function countMissing(context: ImportContext, fileId: number): Missing {
  const row = context.db
    .prepare<{ file: number }, Missing>(
      `WITH sequences (id) AS (
         SELECT id FROM instances WHERE file_id = :file
         UNION ALL SELECT id + 1099511627776 FROM instances WHERE file_id = :file
         UNION ALL SELECT id + 2199023255552 FROM responses WHERE file_id = :file
       )
       SELECT count(*) AS total, count(*) FILTER (WHERE state = 'missing') AS count,
         min(value) FILTER (WHERE state = 'missing') AS example
       FROM sequences JOIN items ON items.sequence_id = sequences.id
       WHERE state IN ('file', 'missing')`,
    )
    .get({ file: fileId });
  return row ?? { count: 0, total: 0, example: null };
}

function missingProblem(open: OpenFile, { count, total, example }: Missing): Problem {
  const file = open.file.path;
  return {
    code: 'quirk',
    quirk: 10,
    severity: 'warning',
    file,
    message:
      `Looked for ${total.toLocaleString('en')} media files and did not find ` +
      `${count.toLocaleString('en')}, such as "${example ?? ''}". Put them under the opened folder ` +
      `and import again. "${file}"`,
  };
}
