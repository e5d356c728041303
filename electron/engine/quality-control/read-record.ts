// One record as somebody may see it: until it is checked, nobody else sees what the reviewer found.
import type { QcEvent, QcPhase, QcRecord } from '../../../shared/model/quality-control.ts';
import { findQcRevision, listQcTrail, type StoredQcEvent } from '../db/qc-events.ts';
import { listQcFindings } from '../db/qc-records.ts';
import type { ReadableDb } from '../db/handle.ts';
import type { MediaReader } from '../query/item-media.ts';
import { previewText } from './preview.ts';
import { draftOf, readOriginal } from './read-original.ts';
import { refusalOf, tokenOf, type Standing } from './standing.ts';

/** What a record is read from. */
export interface QcSource {
  readonly db: ReadableDb;
  readonly query: { readonly media: () => MediaReader };
}

/** Who asks, and what for; a name as `nameKey` gives it. */
export interface Asker {
  readonly name: string | undefined;
  readonly phase: QcPhase;
}

/** @throws AppError 'not-found', 'unreadable' */
export async function readQcRecord(
  { db, query }: QcSource,
  key: string,
  standing: Standing,
  { name, phase }: Asker,
): Promise<QcRecord> {
  const original = await readOriginal(db, key);
  const { record, path, text } = original;
  const draft = await draftOf(original);
  const revised =
    standing.revision === undefined ? undefined : findQcRevision(db, standing.revision.id);
  const isHidden = standing.state === 'reviewed' && standing.review?.nameKey !== name;
  const trail = listQcTrail(db, key).filter(
    ({ id }) => !isHidden || id < (standing.review?.id ?? 0),
  );
  const refusal = name === undefined ? undefined : refusalOf(standing, phase, name);
  return {
    key,
    ...{ file: path, line: record.line, state: standing.state, isStale: standing.isStale },
    original: text,
    hash: tokenOf(record.hash, standing),
    proposed: revised ?? text,
    draft: revised ?? earlierDraft(trail, record.hash) ?? draft,
    preview: await previewText(revised ?? draft, original, query.media()),
    findings: listQcFindings(db, key),
    trail: trail.map((event) => toEvent(event, record.hash)),
    isTrailHidden: isHidden,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

/** What somebody wrote in a round that was given up is where the next one begins. */
function earlierDraft(trail: readonly StoredQcEvent[], hash: string): string | undefined {
  const last = trail.findLast((event) => event.revised !== undefined && !event.isUndone);
  return last?.hash === hash ? last.revised : undefined;
}

function toEvent(event: StoredQcEvent, hash: string): QcEvent {
  const { id, key, phase, verdict, name, at, reason, revised, original, isUndone } = event;
  const isStale = event.hash !== hash;
  return {
    ...{ id, key, phase, verdict, name, at, reason, isUndone, isStale },
    ...(revised === undefined ? {} : { text: revised }),
    ...(isStale && original !== '' ? { before: original } : {}),
  };
}
