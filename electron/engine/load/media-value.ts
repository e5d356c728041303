import { mimeTypeOf } from '../media/mime-types.ts';

/** What a `modal` value is, by its form alone (quirks 10 and 15). */
export type MediaValue =
  | { readonly kind: 'inline' }
  | { readonly kind: 'url'; readonly url: string; readonly host: string; readonly name: string }
  /** `path` has forward slashes and no `.` or needless `..` parts. */
  | { readonly kind: 'path'; readonly path: string; readonly isAbsolute: boolean };

const MAX_PATH_LENGTH = 260;
const EXTENSION = /\.((?=\d*[a-z])[a-z0-9]{1,8})$/i;
const SCHEME = /^([a-z][a-z0-9+.-]+):\/\//i;
const DRIVE = /^[a-z]:\//i;

/**
 * Tells a path from a URL from content: a path has an extension, no line break and fewer than 260
 * characters. Words with blanks between, no slash and no extension of a media file are a caption.
 */
export function readMediaValue(value: string): MediaValue {
  const text = value.trim();
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'file' && !/\s/.test(text)) return readUrl(text);
  if (text.length >= MAX_PATH_LENGTH || /[\r\n]/.test(text)) return { kind: 'inline' };
  const slashed = (scheme === 'file' ? decode(text.slice(7)) : text).replaceAll('\\', '/');
  const extension = EXTENSION.exec(slashed)?.[1]?.toLowerCase();
  if (extension === undefined) return { kind: 'inline' };
  const isSentence = /\s/.test(slashed) && !slashed.includes('/');
  if (isSentence && mimeTypeOf(extension) === 'application/octet-stream') return { kind: 'inline' };
  const isAbsolute = slashed.startsWith('/') || DRIVE.test(slashed);
  return { kind: 'path', path: normalise(slashed), isAbsolute };
}

function readUrl(url: string): MediaValue {
  const rest = url.replace(SCHEME, '');
  const host = rest.split(/[/?#]/)[0] ?? '';
  const path = rest.slice(host.length).split(/[?#]/)[0] ?? '';
  return { kind: 'url', url, host, name: normalise(decode(path)).replace(/^\//, '') };
}

/** `%20` and its like; text that is no such encoding stays. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a `%` of its own
  }
}

const NEEDS_WORK = /(?:^|\/)\.{0,2}(?:\/|$)/;

function normalise(path: string): string {
  if (!NEEDS_WORK.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + parts.join('/');
}
