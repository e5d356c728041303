import Database from 'better-sqlite3';
import { projectFile } from '../../electron/engine/project/layout.ts';

const TABLES = [
  'roots',
  'models',
  'sources',
  'files',
  'instances',
  'responses',
  'segments',
  'items',
  'captions',
  'scores',
  'ratings',
  'problems',
  'capabilities',
];

/** Everything that a project's tables hold, row for row, as text; its search index left out. */
export function dumpProject(dir: string): string {
  const db = new Database(projectFile(dir), { readonly: true });
  try {
    return TABLES.flatMap((table) =>
      db
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map((row) => `${table} ${JSON.stringify(row)}`),
    ).join('\n');
  } finally {
    db.close();
  }
}

/**
 * What a project says of each instance and response, without row ids, which depend on the order in
 * which an import went.
 */
export function mapProject(dir: string): Record<string, unknown> {
  const db = new Database(projectFile(dir), { readonly: true });
  try {
    const rows = db
      .prepare(
        `SELECT i.key, i.line, s.content, s.counts,
           (SELECT group_concat(tag || '=' || value || ':' || state) FROM items
            WHERE sequence_id = i.id) AS items,
           (SELECT json_group_array(json_array(r.model_id, r.line, t.content, t.strip)) FROM responses r
            JOIN segments t ON t.sequence_id = r.id + (2 << 40) WHERE r.instance_id = i.id) AS responses,
           (SELECT json_group_array(json_array(c.metric, c.value)) FROM scores c
            WHERE c.instance_id = i.id) AS scores
         FROM instances i JOIN segments s ON s.sequence_id = i.id ORDER BY i.key`,
      )
      .all() as { key: string }[]; // the columns of the query above
    const responses = db.prepare('SELECT count(*) FROM responses').pluck().get();
    const problems = db
      .prepare('SELECT path, line, message FROM problems ORDER BY path, line')
      .all();
    return { rows, responses, problems };
  } finally {
    db.close();
  }
}
