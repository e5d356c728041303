import { dirname, relative, sep } from 'node:path';
import { FIELD_IDS, normaliseField, normaliseSubdomain } from '../../../shared/model/dataset.ts';
import type { RecordContext, SourceKind } from './types.ts';

const fields: ReadonlySet<string> = new Set(FIELD_IDS);

/**
 * What the path of a file says about its records: `<field>/<subdomain>/…`, numbered or not (quirks 7
 * and 8), found by the name of a known field, else by the two folders above the file.
 */
export function recordContext(root: string, file: string, kind: SourceKind): RecordContext {
  const folders = dirname(file).split(sep);
  const known = folders.findLastIndex((name) => fields.has(normaliseField(name)));
  const own = relative(root, dirname(file)).split(sep);
  const pair =
    known !== -1
      ? [folders[known], folders[known + 1]]
      : own.length >= 2 && own[0] !== '..'
        ? own.slice(-2)
        : [];
  const [field, subdomain] = pair;
  return {
    file,
    kind,
    ...(field === undefined ? undefined : { field: normaliseField(field) }),
    ...(subdomain === undefined ? undefined : { subdomain: normaliseSubdomain(subdomain) }),
  };
}
