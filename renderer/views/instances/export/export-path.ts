import type { InstanceFormat } from '../../../../shared/model/export.ts';

/** A file in a folder, with the separator that the folder's own path has. */
export function fileIn(dir: string, name: string): string {
  const separator = dir.includes('\\') && !dir.includes('/') ? '\\' : '/';
  return dir.endsWith(separator) ? `${dir}${name}` : `${dir}${separator}${name}`;
}

/** The same file with the ending of another format; an ending of one's own stays. */
export function withFormat(path: string, format: InstanceFormat): string {
  return path.replace(/\.(jsonl|csv)$/i, `.${format}`);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}
