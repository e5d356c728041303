import { basename, dirname, sep } from 'node:path';
import {
  combinationLabel,
  instanceKey,
  normaliseField,
  normaliseSubdomain,
} from '../../../../shared/model/dataset.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { modalitiesOf, parseCombinationName } from '../combination-name.ts';
import { readRecords } from '../record-stream.ts';
import { parseRecord, recordContext } from '../record.ts';
import type { MediaPlace, RawRecord, RecordContext, SourceFile, UnimRecord } from '../types.ts';
import { createDuplicateFinder, type DuplicateFinder } from './duplicates.ts';
import { lintContent } from './lint-content.ts';
import type { MediaLinter } from './lint-media.ts';
import { countRecord, type Tally } from './tally.ts';

export interface FileLinter {
  readonly lint: (file: SourceFile, signal?: AbortSignal) => Promise<void>;
}

/** Makes a linter for the files with records below one root; it adds to `tally`. */
export function createFileLinter(tally: Tally, media: MediaLinter, root: string): FileLinter {
  const ofDataset = createDuplicateFinder();
  return {
    async lint({ path, kind }, signal) {
      const context = recordContext(root, path, kind === 'unknown' ? 'dataset' : kind);
      // ids are unique in a dataset; several models' answers may lie under one root
      const duplicates = kind === 'dataset' ? ofDataset : createDuplicateFinder();
      const isCaptionFile = path.split(sep).includes('qapairs_caption');
      const spellings = new Set<string>();
      const places = new Map<string, MediaPlace>();
      for await (const batch of readRecords(path, signal === undefined ? {} : { signal })) {
        tally.problems.push(...batch.problems);
        for (const raw of batch.records) {
          const { record, problems, repaired } = parseRecord(raw, context);
          tally.problems.push(...problems);
          if (record === undefined) continue;
          tally.records += 1;
          if (raw.repaired || repaired) tally.repaired += 1;
          countRecord(tally, record);
          const add = adder(tally, context, raw, record);
          noteSpellings(raw, root, context, spellings, add);
          noteDuplicate(duplicates, record, context, raw, add);
          noteCombination(context, record, add);
          for (const remark of lintContent(record, isCaptionFile)) add(remark);
          await lintMedia(media, record, placeOf(places, root, context, record), add);
        }
      }
    },
  };
}

type Add = (problem: Pick<Problem, 'severity' | 'message'> & Partial<Problem>) => void;

function adder(tally: Tally, context: RecordContext, raw: RawRecord, record: UnimRecord): Add {
  const key = instanceKey(record.field, record.subdomain, record.id);
  return (problem) =>
    tally.problems.push({
      code: problem.quirk === undefined ? 'bad-record' : 'quirk',
      ...problem,
      file: context.file,
      line: raw.line,
      key,
    });
}

function placeOf(
  places: Map<string, MediaPlace>,
  root: string,
  { file }: RecordContext,
  { field, subdomain }: UnimRecord,
): MediaPlace {
  const key = `${field}/${subdomain}`;
  const place = places.get(key) ?? { roots: [root], field, subdomain, file };
  places.set(key, place);
  return place;
}

async function lintMedia(media: MediaLinter, record: UnimRecord, place: MediaPlace, add: Add) {
  for (const side of [record.input, record.output])
    for (const remark of side === undefined ? [] : await media.lint(side, place)) add(remark);
}

/** Quirks 7 and 8: other names of a field or subdomain, once a file. */
function noteSpellings(
  { value }: RawRecord,
  root: string,
  context: RecordContext,
  told: Set<string>,
  add: Add,
): void {
  const { domain, subdomain } = value as { domain?: unknown; subdomain?: unknown };
  const once = (quirk: number, message: string) => {
    if (!told.has(message)) add({ quirk, severity: 'info', message });
    told.add(message);
  };
  if (typeof domain === 'string') {
    const field = normaliseField(domain);
    if (field !== domain) once(7, `Read the field "${domain}" as "${field}".`);
    if (context.field !== undefined && context.field !== field)
      once(7, `Records say "${domain}", the folder says "${context.field}"; the records count.`);
  }
  const folder = dirname(context.file).slice(root.length).split(sep).at(-1) ?? '';
  const named = [folder, ...(typeof subdomain === 'string' ? [subdomain] : [])];
  for (const name of named)
    if (/^\d+_\D/.test(name))
      once(8, `Read the subdomain "${name}" as "${normaliseSubdomain(name)}".`);
}

function noteDuplicate(
  duplicates: DuplicateFinder,
  record: UnimRecord,
  { file }: RecordContext,
  { line }: RawRecord,
  add: Add,
): void {
  const found = duplicates.find(record, file, line);
  if (found === undefined) return;
  const { first, ordinal } = found;
  const where =
    first.file === file ? `line ${first.line}` : `${basename(first.file)}:${first.line}`;
  const also = first.id === record.id ? '' : `, there written "${first.id}"`;
  add({
    quirk: 9,
    severity: 'warning',
    message: `Id "${record.id}" stands for the ${nth(ordinal)} time in its subdomain, first at ${where}${also}. Both are kept.`,
  });
}

const nth = (ordinal: number) =>
  ['second', 'third', 'fourth', 'fifth'][ordinal - 2] ?? `${ordinal}th`;

function noteCombination(context: RecordContext, record: UnimRecord, add: Add): void {
  const message = combinationRemark(context, record);
  if (message !== undefined) add({ severity: 'warning', message });
}

/** With what the remark of {@link combinationRemark} begins. */
export const COMBINATION_REMARK = "The file's name says";

/** What is to be said where the file's name states a combination that the record does not have. */
export function combinationRemark(
  { file, kind }: RecordContext,
  record: UnimRecord,
): string | undefined {
  const named = kind === 'dataset' || kind === 'captions' ? parseCombinationName(file) : undefined;
  if (named === undefined) return undefined;
  const label = combinationLabel(named.input, named.output);
  const own = combinationLabel(
    modalitiesOf(record.input?.entries.map((entry) => entry.modality) ?? []),
    modalitiesOf(record.output?.entries.map((entry) => entry.modality) ?? []),
  );
  if (label === own) return undefined;
  return `${COMBINATION_REMARK} "${label}", the record is "${own}". Move it to the file of its combination.`;
}
