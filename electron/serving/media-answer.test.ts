import { describe, expect, test } from 'vitest';
import { answerMedia, type MediaFileFacts } from './media-answer.ts';

const file: MediaFileFacts = {
  name: 'clip.mp4',
  mimeType: 'video/mp4',
  sizeBytes: 1000,
  modifiedMs: Date.UTC(2026, 0, 2, 3, 4, 5),
};
const ask = (
  headers: Record<string, string> = {},
  facts: Partial<MediaFileFacts> = {},
  method: 'GET' | 'HEAD' = 'GET',
) => answerMedia({ method, header: (name) => headers[name] }, { ...file, ...facts });

describe('the answer to a request for a media file', () => {
  test('is the whole file when no range is asked for', () => {
    const answer = ask();

    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '1000',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.bytes).toEqual({ start: 0, end: 999 });
  });

  test('is a part when a range is asked for', () => {
    const answer = ask({ range: 'bytes=200-299' });

    expect(answer.status).toBe(206);
    expect(answer.headers).toMatchObject({
      'content-range': 'bytes 200-299/1000',
      'content-length': '100',
    });
    expect(answer.bytes).toEqual({ start: 200, end: 299 });
  });

  test('says how long the file is when the range lies outside of it', () => {
    const answer = ask({ range: 'bytes=1000-' });

    expect(answer.status).toBe(416);
    expect(answer.headers['content-range']).toBe('bytes */1000');
    expect(answer.bytes).toBeUndefined();
  });

  test('has the headers but no body for HEAD', () => {
    const answer = ask({}, {}, 'HEAD');

    expect(answer.headers['content-length']).toBe('1000');
    expect(answer.bytes).toBeUndefined();
  });

  test('of an empty file is empty', () => {
    const answer = ask({}, { sizeBytes: 0 });

    expect(answer).toMatchObject({ status: 200, headers: { 'content-length': '0' } });
    expect(answer.bytes).toBeUndefined();
  });

  test('is "not modified" for the tag that was given out, and only for it', () => {
    const etag = ask().headers.etag ?? '';

    expect(ask({ 'if-none-match': `"x", W/${etag}` }).status).toBe(304);
    expect(ask({ 'if-none-match': etag }, { sizeBytes: 1001 }).status).toBe(200);
    expect(ask({ 'if-none-match': etag }, { modifiedMs: file.modifiedMs + 1 }).status).toBe(200);
  });

  test('is the whole file when it changed since the first part was fetched', () => {
    const etag = ask().headers.etag ?? '';
    const headers = { range: 'bytes=500-', 'if-range': etag };

    expect(ask(headers).status).toBe(206);
    expect(ask(headers, { modifiedMs: file.modifiedMs + 1 }).status).toBe(200);
  });

  test('takes the date of the last change for "if-range" too', () => {
    const modified = ask().headers['last-modified'] ?? '';

    expect(ask({ range: 'bytes=500-', 'if-range': modified }).status).toBe(206);
    const other = 'Thu, 01 Jan 1970 00:00:00 GMT';
    expect(ask({ range: 'bytes=500-', 'if-range': other }).status).toBe(200);
  });

  test.each(['image/svg+xml', 'text/html', 'application/pdf', 'application/xml'])(
    'puts %s into a sandbox',
    (mimeType) => {
      expect(ask({}, { mimeType }).headers['content-security-policy']).toContain('sandbox');
    },
  );

  test('leaves an image without a sandbox', () => {
    expect(ask({}, { mimeType: 'image/png' }).headers).not.toHaveProperty(
      'content-security-policy',
    );
  });

  test('offers types that a browser cannot show as a download', () => {
    const header = ask({}, { mimeType: 'model/gltf-binary' }).headers['content-disposition'];

    expect(header).toMatch(/^attachment;/);
    expect(ask().headers['content-disposition']).toMatch(/^inline;/);
  });

  test('carries a file name with quotes, spaces and Chinese safely', () => {
    const name = 'a "b"\r\n;é (1) 图片.png';

    const header = ask({}, { name }).headers['content-disposition'] ?? '';

    expect(header).toMatch(/^inline; filename\*=UTF-8''[\w.%-]+$/);
    expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(name);
  });
});
