import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { AppError } from '../../../../shared/api/errors.ts';

const SAMPLE = ['sample', 'native', 'name', 'file', 'folder', 'number'];
const FIELD = ['field', 'domain'];

/**
 * A mapping table: what stands in its column `sample` → instance. The instance is in `key`, or in
 * `field` (or `domain`), `subdomain` and `id`. Comma, semicolon or tab between; a header is needed.
 *
 * @throws AppError 'not-found', 'bad-input'
 */
export async function readMappingTable(path: string): Promise<ReadonlyMap<string, string>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const why = 'it is not there, or you may not read it. Check the path';
    throw new AppError('not-found', `Cannot read the mapping table: ${why}. "${path}"`, { cause });
  }
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const table = new Map<string, string>();
  for (const row of data) {
    const value = (names: readonly string[]) =>
      names.map((name) => row[name]?.trim()).find((text) => text !== undefined && text !== '');
    const sample = value(SAMPLE);
    const parts = [value(FIELD), value(['subdomain']), value(['id'])];
    const key =
      value(['key', 'instance']) ?? (parts.includes(undefined) ? undefined : parts.join('/'));
    if (sample !== undefined && key !== undefined) table.set(sample, key);
  }
  if (table.size > 0) return table;
  const why = 'no row names a sample and its instance';
  const what = 'Give it the columns sample and key, or sample, field, subdomain and id';
  throw new AppError('bad-input', `Cannot read the mapping table: ${why}. ${what}. "${path}"`);
}
