import { z } from 'zod';
import { SampleDraft, Stratum } from '../../../shared/model/sample.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** What is rated at once: a response, or two models' responses to one instance. */
export interface SampleUnit {
  readonly key: string;
  readonly model: string;
  /** Of a pair. */
  readonly otherModel: string | undefined;
  /** Index of its stratum. */
  readonly stratum: number;
  /** Every rater gets it. */
  readonly isCommon: boolean;
}

/** A sample as it was drawn. */
export interface StoredSample {
  readonly id: string;
  readonly draft: SampleDraft;
  readonly population: number;
  readonly strata: readonly Stratum[];
  readonly createdAt: string;
}

/** Somebody who sat down at a sample. */
export interface StoredRater {
  /** The name as people are told apart by it. */
  readonly nameKey: string;
  readonly name: string;
  /** From 0, in the order of sitting down. */
  readonly seat: number;
  readonly joinedAt: string;
}

interface SampleRow {
  id: string;
  draft: string;
  population: number;
  strata: string;
  created_at: string;
}
const Strata = z.array(Stratum);
const fromRow = (row: SampleRow): StoredSample => ({
  id: row.id,
  draft: SampleDraft.parse(JSON.parse(row.draft)),
  population: row.population,
  strata: Strata.parse(JSON.parse(row.strata)),
  createdAt: row.created_at,
});
const COLUMNS = 'id, draft, population, strata, created_at';

/** Keeps a sample with its units, numbered in their order. */
export function addSample(
  db: WritableDb,
  sample: StoredSample,
  units: readonly SampleUnit[],
): void {
  db.prepare(
    'INSERT INTO samples (id, draft, population, strata, created_at) VALUES (?, ?, ?, ?, ?)',
  ).run(
    sample.id,
    JSON.stringify(sample.draft),
    sample.population,
    JSON.stringify(sample.strata),
    sample.createdAt,
  );
  const add = db.prepare(
    `INSERT INTO sample_units (sample_id, unit, key, model, other_model, stratum, is_common)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  units.forEach((unit, at) =>
    add.run(
      sample.id,
      at,
      unit.key,
      unit.model,
      unit.otherModel ?? '',
      unit.stratum,
      unit.isCommon ? 1 : 0,
    ),
  );
}

/** Those that were not removed, newest first. */
export function listSamples(db: ReadableDb): StoredSample[] {
  return db
    .prepare<[], SampleRow>(
      `SELECT ${COLUMNS} FROM samples WHERE is_removed = 0 ORDER BY created_at DESC, rowid DESC`,
    )
    .all()
    .map(fromRow);
}

/** @returns undefined when there is none, or it was removed */
export function findSample(db: ReadableDb, id: string): StoredSample | undefined {
  const row = db
    .prepare<[string], SampleRow>(`SELECT ${COLUMNS} FROM samples WHERE id = ? AND is_removed = 0`)
    .get(id);
  return row === undefined ? undefined : fromRow(row);
}

/** Takes a sample off the list; its units and what was said of them stay. */
export function removeSample(db: WritableDb, id: string): void {
  db.prepare('UPDATE samples SET is_removed = 1 WHERE id = ?').run(id);
}

interface UnitRow {
  key: string;
  model: string;
  other_model: string;
  stratum: number;
  is_common: number;
}
const unitFromRow = (row: UnitRow): SampleUnit => ({
  key: row.key,
  model: row.model,
  otherModel: row.other_model === '' ? undefined : row.other_model,
  stratum: row.stratum,
  isCommon: row.is_common === 1,
});

/** In the order of their numbers, from 0. */
export function listSampleUnits(db: ReadableDb, sampleId: string): SampleUnit[] {
  return db
    .prepare<[string], UnitRow>(
      `SELECT key, model, other_model, stratum, is_common FROM sample_units
       WHERE sample_id = ? ORDER BY unit`,
    )
    .all(sampleId)
    .map(unitFromRow);
}

interface RaterRow {
  name_key: string;
  name: string;
  seat: number;
  joined_at: string;
}

/** In the order of sitting down. */
export function listSampleRaters(db: ReadableDb, sampleId: string): StoredRater[] {
  return db
    .prepare<[string], RaterRow>(
      'SELECT name_key, name, seat, joined_at FROM sample_raters WHERE sample_id = ? ORDER BY seat',
    )
    .all(sampleId)
    .map((row) => ({
      nameKey: row.name_key,
      name: row.name,
      seat: row.seat,
      joinedAt: row.joined_at,
    }));
}

/** Gives somebody the next seat. */
export function addSampleRater(
  db: WritableDb,
  sampleId: string,
  rater: Omit<StoredRater, 'seat'>,
): void {
  db.prepare(
    `INSERT INTO sample_raters (sample_id, name_key, name, joined_at, seat)
     VALUES (?, ?, ?, ?, (SELECT count(*) FROM sample_raters WHERE sample_id = ?))`,
  ).run(sampleId, rater.nameKey, rater.name, rater.joinedAt, sampleId);
}
