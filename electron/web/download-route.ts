import { open } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../shared/api/errors.ts';
import type { Engine } from '../engine/index.ts';
import { contentDisposition } from '../serving/content-disposition.ts';

/** Sends the exported file behind a token, this once; it is deleted, whether it arrived or not. */
export async function sendDownload(
  takeDownload: Engine['takeDownload'],
  token: string,
  response: ServerResponse,
): Promise<void> {
  let taken: ReturnType<typeof takeDownload>;
  try {
    taken = takeDownload(token);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    response.writeHead(404, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
    response.end(error.message);
    return;
  }
  try {
    const file = await open(taken.path, 'r');
    const { size } = await file.stat();
    response.writeHead(200, {
      // never shown, whatever it is: a page of an export must not run as this app
      'content-type': 'application/octet-stream',
      'content-disposition': contentDisposition('attachment', taken.name),
      'content-length': size,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    await pipeline(file.createReadStream(), response); // closes the file, also when the client leaves
  } catch (error) {
    // that the client left is no error of ours
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  } finally {
    taken.discard();
  }
}
