// What the storage alone costs: the same records, already in memory, inserted with prepared statements
// and nothing else, then the same text given to FTS5 with its defaults.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { SyntheticData } from './synthetic.ts';

export interface Floor {
  readonly insertS: number;
  readonly searchS: number;
}

interface FloorRecord {
  readonly subdomain: string;
  readonly id: string;
  readonly input?: { readonly content: string };
  readonly output: { readonly content: string };
}

const ROWS_A_TRANSACTION = 4_000;

export function measureFloor(data: SyntheticData, file: string): Floor {
  const instances = readAll(data.dataset);
  const responses = data.predictions.flatMap(({ path }) => readAll(path));
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, key TEXT, content TEXT, other TEXT) STRICT');
  db.exec(
    `CREATE VIRTUAL TABLE search USING fts5 (task, reference, responses, content = '', contentless_delete = 1)`,
  );
  const insertS = seconds(() => {
    const add = db.prepare('INSERT INTO rows (key, content, other) VALUES (?, ?, ?)');
    inTransactions(db, [...instances, ...responses], (record) =>
      add.run(keyOf(record), record.output.content, record.input?.content ?? ''),
    );
  });
  const byKey = Map.groupBy(responses, keyOf);
  const searchS = seconds(() => {
    const add = db.prepare('INSERT INTO search (task, reference, responses) VALUES (?, ?, ?)');
    inTransactions(db, instances, (record) => {
      const answers = byKey.get(keyOf(record)) ?? [];
      const text = answers.map(({ output }) => output.content).join('\n');
      add.run(record.input?.content ?? '', record.output.content, text);
    });
  });
  db.close();
  return { insertS, searchS };
}

const keyOf = ({ subdomain, id }: FloorRecord) => `${subdomain}/${id}`;

function readAll(dir: string): FloorRecord[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => {
      const text = readFileSync(join(dir, name), 'utf8').replaceAll('\n}\n{', '\n},\n{');
      return JSON.parse(`[${text}]`) as FloorRecord[]; // written by synthetic.ts
    });
}

function inTransactions<T>(db: Database.Database, rows: readonly T[], add: (row: T) => void): void {
  const addAll = db.transaction((some: readonly T[]) => some.forEach(add));
  for (let at = 0; at < rows.length; at += ROWS_A_TRANSACTION) {
    addAll(rows.slice(at, at + ROWS_A_TRANSACTION));
  }
}

function seconds(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}
