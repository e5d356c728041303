import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../../../tests/builders/folders.ts';
import type { WritableDb } from './handle.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { openProjectDb, openWritable } from './open.ts';
import { saveFact } from './facts.ts';

test('a new database has the newest schema and is marked as ours', () => {
  const file = join(makeFolder(), 'loupe.sqlite');

  const db = openWritable(file);

  expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  expect(db.pragma('application_id', { simple: true })).toBe(0x4c4f5550);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  db.close();
});

test('a project of a newer version is refused and left as it is', () => {
  const file = join(makeFolder(), 'loupe.sqlite');
  const newer = openWritable(file);
  newer.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
  newer.close();

  expect(() => openWritable(file)).toThrow(
    expect.objectContaining({
      code: 'project-newer',
      details: { version: SCHEMA_VERSION + 1, known: SCHEMA_VERSION },
    }),
  );
  const after = new Database(file, { readonly: true });
  expect(after.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION + 1);
  after.close();
});

test('a file that is no database, or not ours, is called damaged', () => {
  const dir = makeFolder();
  const noDatabase = join(dir, 'a.sqlite');
  writeFileSync(noDatabase, 'this is a letter to a friend, not a database '.repeat(20));
  const foreign = join(dir, 'b.sqlite');
  const other = new Database(foreign);
  other.pragma('user_version = 1');
  other.exec('CREATE TABLE t (a)');
  other.close();

  for (const file of [noDatabase, foreign]) {
    expect(() => openWritable(file)).toThrow(expect.objectContaining({ code: 'project-damaged' }));
  }
});

test('a file where the folder should be is said to be none', () => {
  const dir = makeFolder();
  const notFolder = join(dir, 'file');
  writeFileSync(notFolder, '');

  expect(() => openWritable(join(notFolder, 'loupe.sqlite'))).toThrow(
    expect.objectContaining({ code: 'unreadable' }),
  );
});

test('a full disk is said to be full, and what was there before stays', () => {
  const file = join(makeFolder(), 'loupe.sqlite');
  const db = openWritable(file);
  saveFact(db, 'name', 'kept');
  const pages = db.pragma('page_count', { simple: true }) as number; // SQLite gives an integer
  db.pragma(`max_page_count = ${pages}`);

  const fill = () => saveFact(db, 'createdAt', 'x'.repeat(1_000_000));

  expect(fill).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
  db.close();
  const again = openWritable(file);
  expect(again.prepare('SELECT value FROM facts').pluck().all()).toEqual(['kept']);
  again.close();
});

test('on a read-only disk an existing project is opened for reading only, a new one is refused', (context) => {
  const source = makeFolder();
  const written = openWritable(join(source, 'loupe.sqlite'));
  saveFact(written, 'name', 'kept');
  written.close();
  const dir = mountReadOnly(source) ?? context.skip('this system does not let tests mount a disk');
  const copiesBefore = listCopies();

  const opened = openProjectDb(join(dir, 'loupe.sqlite'));

  expect(opened.isReadOnly).toBe(true);
  expect(opened.db.prepare('SELECT value FROM facts').pluck().all()).toEqual(['kept']);
  expect(() => saveFact(opened.db as WritableDb, 'name', 'new')).toThrow(/readonly/);
  opened.close();
  expect(listCopies()).toEqual(copiesBefore);
  expect(() => openProjectDb(join(dir, 'new', 'loupe.sqlite'))).toThrow();
  expect(() => openProjectDb(join(dir, 'new.sqlite'))).toThrow(
    expect.objectContaining({ code: 'read-only' }),
  );
});

const listCopies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('loupe-read-'));

/** @returns undefined where the test may not mount */
function mountReadOnly(source: string): string | undefined {
  const dir = join(makeFolder(), 'disk');
  mkdirSync(dir);
  try {
    execFileSync('mount', ['--bind', '-o', 'ro', source, dir], { stdio: 'ignore' });
  } catch {
    return undefined; // not allowed here
  }
  onTestFinished(() => void execFileSync('umount', [dir]));
  return dir;
}
