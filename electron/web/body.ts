import type { IncomingMessage } from 'node:http';

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly message: string };

/** Reads a JSON body of at most `maxBytes`; more is refused before it is read. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<JsonBody> {
  // a form of another site cannot send this type without asking first
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return { ok: false, status: 415, message: 'The body must be of type "application/json".' };
  }
  const tooLarge: JsonBody = {
    ok: false,
    status: 413,
    message: `The body is larger than ${maxBytes} bytes.`,
  };
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return tooLarge;
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown };
  } catch {
    return { ok: false, status: 400, message: 'The body is not JSON.' };
  }
}
