// How a text would be read in a record's place, and what the lint would say of it.
import { dirname } from 'node:path';
import { buildSequence } from '../../../shared/interleave/sequence.ts';
import type { Sequence } from '../../../shared/model/content.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { QcFinding, QcPreview } from '../../../shared/model/quality-control.ts';
import type { MediaReader } from '../query/item-media.ts';
import { lintText } from './lint-text.ts';
import { combinationRemark } from '../load/lint/lint-file.ts';
import { lintContent } from '../load/lint/lint-content.ts';
import { createMediaLinter } from '../load/lint/lint-media.ts';
import { parseRecord, recordContext } from '../load/record.ts';
import { createMediaResolver } from '../load/resolve-media.ts';
import type { MediaPlace, RecordSide, UnimRecord } from '../load/types.ts';

/** The file that a text is to stand in. */
export interface RecordPlace {
  readonly path: string;
  readonly rootDir: string | undefined;
}

const EMPTY: Sequence = { content: '', segments: [], items: [], strip: '' };

/** What a text is: a record, or why it is none. */
export type ReadText =
  | { readonly record: UnimRecord; readonly problems: readonly Problem[] }
  | { readonly problem: string };

/** Reads a text strictly: what is written anew needs no repair. */
export function readText(text: string, { path, rootDir }: RecordPlace): ReadText {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: `It is no JSON: ${why}` };
  }
  const context = recordContext(rootDir ?? dirname(path), path, 'dataset');
  const raw = { value, line: 1, byteStart: 0, byteEnd: 0, repaired: false };
  const { record, problems } = parseRecord(raw, context);
  if (record !== undefined) return { record, problems };
  return { problem: problems[0]?.message ?? 'It is no record.' };
}

/** @param media  of the project */
export async function previewText(
  text: string,
  place: RecordPlace,
  media: MediaReader,
): Promise<QcPreview> {
  const read = readText(text, place);
  if ('problem' in read)
    return { task: EMPTY, reference: EMPTY, findings: [], problem: read.problem };
  const { record, problems } = read;
  const at = placeOf(record, place);
  return {
    task: sequenceOf(record.input, 'input', record.output, media, at),
    reference: sequenceOf(record.output, 'output', record.input, media, at),
    findings: [
      ...problems.map(toDraftFinding),
      ...lintText(text),
      ...(await lintRecord(record, place, at)),
    ],
  };
}

function placeOf({ field, subdomain }: UnimRecord, { path, rootDir }: RecordPlace): MediaPlace {
  return { roots: rootDir === undefined ? [] : [rootDir], field, subdomain, file: path };
}

function sequenceOf(
  own: RecordSide | undefined,
  side: 'input' | 'output',
  other: RecordSide | undefined,
  media: MediaReader,
  place: MediaPlace,
): Sequence {
  if (own === undefined) return EMPTY;
  const { content, entries } = own;
  const { segments, strip } = buildSequence(content, {
    side,
    ownTags: entries.map(({ tag }) => tag),
    otherTags: other?.entries.map(({ tag }) => tag) ?? [],
  });
  // not looked for yet
  const stored = entries.map(({ tag, value }) => ({ tag, value, state: 'missing' as const }));
  return { content, segments, items: media.items(stored, place, new Map()), strip };
}

async function lintRecord(
  record: UnimRecord,
  { path, rootDir }: RecordPlace,
  place: MediaPlace,
): Promise<QcFinding[]> {
  const context = recordContext(rootDir ?? dirname(path), path, 'dataset');
  const combination = combinationRemark(context, record);
  const linter = createMediaLinter(createMediaResolver());
  const sides = [record.input, record.output].flatMap((side) => (side === undefined ? [] : [side]));
  const ofMedia = await Promise.all(sides.map((side) => linter.lint(side, place)));
  return [
    ...(combination === undefined
      ? []
      : [{ kind: 'combination', severity: 'warning' as const, message: combination }]),
    ...lintContent(record, false).map(toDraftFinding),
    ...ofMedia.flat().map(toDraftFinding),
  ];
}

function toDraftFinding({
  code,
  quirk,
  severity,
  message,
}: Pick<Problem, 'severity' | 'message'> & Partial<Problem>): QcFinding {
  const kind = quirk === undefined ? (code ?? 'bad-record') : `quirk-${quirk}`;
  return {
    ...{ kind, severity, message, code: quirk === undefined ? (code ?? 'bad-record') : 'quirk' },
    ...(quirk === undefined ? {} : { quirk }),
  };
}
