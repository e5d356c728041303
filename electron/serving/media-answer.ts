// What a host answers to a request for a media file: status, headers and which bytes. Pure, so that
// the HTTP host and the desktop's protocol handler cannot differ.
import { parseByteRange } from './byte-range.ts';
import { contentDisposition } from './content-disposition.ts';

/** The headers of a request that matter here, by their lower-case names. */
export interface MediaRequest {
  readonly method: 'GET' | 'HEAD';
  readonly header: (name: string) => string | undefined;
}

export interface MediaFileFacts {
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

export interface MediaAnswer {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes to send, `end` inclusive; absent when there is no body. */
  readonly bytes?: { readonly start: number; readonly end: number };
}

/** Plans the answer for a file that was found and may be served. */
export function answerMedia(request: MediaRequest, file: MediaFileFacts): MediaAnswer {
  const etag = `"${file.sizeBytes.toString(16)}-${Math.trunc(file.modifiedMs).toString(16)}"`;
  const modified = new Date(file.modifiedMs).toUTCString();
  const headers: Record<string, string> = {
    ...safetyHeaders(file),
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    etag,
    'last-modified': modified,
  };
  if (listsEtag(request.header('if-none-match'), etag)) return { status: 304, headers };

  const ifRange = request.header('if-range');
  const isSame = ifRange === undefined || ifRange === etag || ifRange === modified;
  const range = parseByteRange(isSame ? request.header('range') : undefined, file.sizeBytes);
  if (range.kind === 'unsatisfiable') {
    const refused = { 'content-range': `bytes */${file.sizeBytes}`, 'content-length': '0' };
    return { status: 416, headers: { ...headers, ...refused } };
  }

  headers['content-type'] = contentType(file.mimeType);
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: file.sizeBytes - 1 };
  headers['content-length'] = String(end - start + 1);
  if (range.kind === 'part') headers['content-range'] = `bytes ${start}-${end}/${file.sizeBytes}`;
  const hasBody = request.method === 'GET' && end >= start;
  return {
    status: range.kind === 'part' ? 206 : 200,
    headers,
    ...(hasBody ? { bytes: { start, end } } : {}),
  };
}

function listsEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((each) => ['*', etag, `W/${etag}`].includes(each.trim()));
}

function contentType(mimeType: string): string {
  return mimeType.startsWith('text/') ? `${mimeType}; charset=utf-8` : mimeType;
}

/** Types that a browser shows without running anything; the rest is offered as a download. */
const SHOWN = /^(image|audio|video|text)\/|^application\/(pdf|json|xml)$/;
/** Types that could run script or load from elsewhere when opened by themselves. */
const ACTIVE = /[/+](svg|html|xhtml|xml|pdf|javascript)/;

function safetyHeaders({ name, mimeType }: MediaFileFacts): Record<string, string> {
  const disposition = SHOWN.test(mimeType) ? 'inline' : 'attachment';
  return {
    'x-content-type-options': 'nosniff',
    'content-disposition': contentDisposition(disposition, name),
    ...(ACTIVE.test(mimeType)
      ? { 'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'" }
      : {}),
  };
}
