// The loader's vocabulary: what stands between bytes on disk and the importer, the linter and the
// instance view. The loader reads files and returns values; it knows no database.
import type { Difficulty } from '../../../shared/model/dataset.ts';
import type { SourceKind } from '../../../shared/model/import.ts';
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { UnscoredCode } from '../../../shared/model/score.ts';

/** `SourceKind` is an inferred type and a schema; re-exported so that callers need one import. */
export type { SourceKind, Problem };

/** One file that may hold records; `path` is absolute. */
export interface SourceFile {
  readonly path: string;
  readonly kind: SourceKind;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

/** What a path holds. `root` is the folder under which media and field folders are looked up. */
export interface Discovery {
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly problems: readonly Problem[];
}

/** A place in a file at which reading can go on; always between two records. */
export interface Checkpoint {
  readonly byte: number;
  /** 1-based line of that byte. */
  readonly line: number;
}

/** One top-level JSON value as it stands in a file, already through `JSON.parse`. */
export interface RawRecord {
  readonly value: unknown;
  /** 1-based line where it begins. */
  readonly line: number;
  /** Byte offsets in the file, end exclusive. */
  readonly byteStart: number;
  readonly byteEnd: number;
  /** True where the text had to be repaired before it could be parsed. */
  readonly repaired: boolean;
}

/** Some records and what was noticed between them; `next` is the place to resume behind them. */
export interface RecordBatch {
  readonly records: readonly RawRecord[];
  readonly problems: readonly Problem[];
  readonly next: Checkpoint;
}

export interface ReadOptions {
  /** Default: the beginning of the file. */
  readonly start?: Checkpoint;
  /** Most records a batch holds; default 512. A batch never spans more than some MiB. */
  readonly batchSize?: number;
  /** Bytes of a single record above which it is skipped as `line-too-long`; default 64 MiB. */
  readonly maxRecordBytes?: number;
  readonly signal?: AbortSignal;
}

/** An entry of a side's `modal` object, value as written. */
export interface ModalEntry {
  /** Canonical, e.g. `threeD1`; the key as written may differ (quirk 17). */
  readonly tag: string;
  readonly modality: ModalityId;
  readonly number: number;
  readonly value: string;
}

export interface RecordSide {
  readonly content: string;
  readonly entries: readonly ModalEntry[];
}

/** One record of a dataset or prediction file. `field` and `subdomain` are normalised. */
export interface UnimRecord {
  readonly field: string;
  readonly subdomain: string;
  /** As written, padding kept. */
  readonly id: string;
  readonly difficulty?: Difficulty;
  readonly input?: RecordSide;
  readonly output?: RecordSide;
}

/** Where records come from: names the file in problems and fills in what a record leaves out. */
export interface RecordContext {
  readonly file: string;
  /** From the folders of the path, when they say so; used where a record has none. */
  readonly field?: string;
  readonly subdomain?: string;
  /** Decides what must be there: a reference for a dataset, an answer for predictions. */
  readonly kind: SourceKind;
}

/** `record` is undefined where nothing usable was there; `problems` then says why. */
export interface ParsedRecord {
  readonly record: UnimRecord | undefined;
  readonly problems: readonly Problem[];
  /** The shape was put right (text for an object, a number for a string), besides `RawRecord.repaired`. */
  readonly repaired: boolean;
}

/** A caption for an item; `isError` where the text is a captioner's error message. */
export interface ImportedCaption {
  readonly side: 'input' | 'output';
  readonly tag: string;
  readonly text: string;
  readonly isError: boolean;
}

/** A figure of an official result file. `value` in [0, 1]; absent when `unscored` is set. */
export interface ImportedScore {
  readonly metric: 'GQ' | 'HC' | 'SH' | 'SC';
  /** Item of the response, for GQ; `text` for the response's text. */
  readonly tag?: string;
  readonly raw?: number;
  readonly value?: number;
  /** How the scale was read, shown to people: `s/5`, `as is`, `s/100`. */
  readonly scale: string;
  readonly unscored?: { readonly code: UnscoredCode; readonly reason: string };
}

/** One record of an official GQ, ICS or SC file, or of a caption file. */
export interface ResultRecord {
  readonly field: string;
  readonly subdomain: string;
  readonly id: string;
  readonly line: number;
  readonly scores: readonly ImportedScore[];
  readonly captions: readonly ImportedCaption[];
  /** The response, where the file carries it with its `modal` paths (GQ and SC do, ICS does not). */
  readonly response?: RecordSide;
}

export interface ResultBatch {
  readonly records: readonly ResultRecord[];
  readonly problems: readonly Problem[];
  readonly next: Checkpoint;
}

/** One human rating, as `export --as ratings` writes it; `value` on the judge's own scale 1..5. */
export interface RatingRecord {
  readonly field: string;
  readonly subdomain: string;
  readonly id: string;
  /** Of several records of one id, from 1. */
  readonly ordinal?: number;
  readonly model: string;
  readonly metric: string;
  /** The item that was rated; absent for the response. */
  readonly tag?: string;
  readonly phase?: 'blind' | 'corrected';
  readonly rater: string;
  readonly value: number;
  /** ISO 8601. */
  readonly ratedAt: string;
  readonly responseHash?: string;
  readonly note?: string;
  readonly line: number;
}

/** One row of the capability table (quirk 6). */
export interface CapabilityRecord {
  readonly field: string;
  readonly subdomain: string;
  readonly id: string;
  readonly capabilities: readonly string[];
  readonly line: number;
}

/** What a `modal` value points to, before it is a `MediaRef`. */
export type ResolvedMedia =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'inline'; readonly text: string }
  | { readonly kind: 'url'; readonly url: string; readonly host: string }
  | { readonly kind: 'missing'; readonly tried: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Where to look for a record's media. */
export interface MediaPlace {
  /** Opened folders, absolute, the dataset's first. */
  readonly roots: readonly string[];
  readonly field: string;
  readonly subdomain: string;
  /** The record's file, absolute. */
  readonly file: string;
}

/*
 * The loader's functions, for orientation:
 *
 *   discover.ts        discoverSources(path, kind?) → Promise<Discovery>
 *   record-stream.ts   readRecords(path, options?) → AsyncGenerator<RecordBatch>
 *   record.ts          recordContext(root, file, kind) → RecordContext
 *                      parseRecord(raw, context) → ParsedRecord
 *   results.ts         readResults(path, kind, context, options?) → AsyncGenerator<ResultBatch>
 *   captions.ts        captionsOf(record) → ImportedCaption[]
 *   ratings.ts         loadRatings(path) → Promise<{ ratings, problems }>
 *   capabilities.ts    loadCapabilities(path) → Promise<{ capabilities, problems }>
 *   resolve-media.ts   createMediaResolver(cache?) → { resolve(value, modality, place), clear() }
 *                      groupMeshEntries(files) → siblings by tag
 *   inline-code.ts     cleanInlineCode(value) → { language?, text }
 *   validate.ts        validatePaths(paths, onProgress?, options?) → Promise<ValidationReport>
 */
