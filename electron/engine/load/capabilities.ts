import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Problem } from '../../../shared/model/problem.ts';
import { isTable } from './detect.ts';
import { describeReadError } from './read-error.ts';
import { parseKey, textOf } from './record.ts';
import { readRecords } from './record-stream.ts';
import type { CapabilityRecord, RecordContext } from './types.ts';

type Fields = Readonly<Record<string, unknown>>;
interface Row {
  readonly fields: Fields;
  readonly line: number;
}

/**
 * The capability table (quirk 6): CSV or TSV with the columns domain, subdomain, id, capabilities; or
 * JSON, rows with the same keys or one object `{"field/subdomain/id": ["…"]}`. Several capabilities
 * stand in a list, or in one text with `;` or `|` between; further rows of an instance add to it.
 */
export async function loadCapabilities(
  path: string,
): Promise<{ readonly capabilities: CapabilityRecord[]; readonly problems: Problem[] }> {
  const problems: Problem[] = [];
  const rows = isTable(path) ? await readTable(path, problems) : await readJson(path, problems);
  const context: RecordContext = { file: path, kind: 'capabilities' };
  const capabilities = new Map<string, CapabilityRecord>();
  for (const { fields, line } of rows) {
    const key = parseKey(fields, context, (problem) =>
      problems.push({ ...problem, file: path, line }),
    );
    if (key === undefined) continue;
    const names = namesOf(fields['capabilities'] ?? fields['capability']);
    if (names.length === 0) {
      const message = `Left out a row: it names no capability for "${key.id}".`;
      problems.push({ code: 'quirk', quirk: 6, severity: 'warning', file: path, line, message });
      continue;
    }
    const where = `${key.field}/${key.subdomain}/${key.id}`;
    const known = capabilities.get(where);
    const all = [...new Set([...(known?.capabilities ?? []), ...names])];
    capabilities.set(where, { ...key, line: known?.line ?? line, capabilities: all });
  }
  return { capabilities: [...capabilities.values()], problems };
}

async function readTable(path: string, problems: Problem[]): Promise<Row[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    problems.push(describeReadError(path, error));
    return [];
  }
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  for (const { row, message } of errors) {
    const at = row === undefined ? {} : { line: row + 2 };
    problems.push({
      code: 'bad-record',
      severity: 'warning',
      file: path,
      ...at,
      message: `Cannot read a row of the table as it stands: ${message}.`,
    });
  }
  return data.map((fields, index) => ({ fields, line: index + 2 }));
}

async function readJson(path: string, problems: Problem[]): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of readRecords(path)) {
    problems.push(...batch.problems);
    for (const { value, line } of batch.records)
      if (typeof value === 'object' && value !== null)
        rows.push(...rowsOf(value as Fields).map((fields) => ({ fields, line })));
  }
  return rows;
}

function rowsOf(value: Fields): Fields[] {
  if ('id' in value) return [value];
  return Object.entries(value).map(([key, capabilities]) => {
    const [domain, subdomain, ...id] = key.split('/');
    return { domain, subdomain, id: id.join('/'), capabilities };
  });
}

function namesOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(textOf) : (textOf(value) ?? '').split(/[;|]/);
  return parts.flatMap((part) => (part === undefined || part.trim() === '' ? [] : [part.trim()]));
}
