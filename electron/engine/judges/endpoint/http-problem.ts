import { parseJson } from '../../parse-json.ts';
import { oneLine } from './one-line.ts';

/** The reply is larger than an answer can be. */
export class ReplyTooLarge extends Error {}

/** No whole reply came in the time that one request may take. */
export class RequestTimeout extends Error {}

/** A status that is not 2xx, with all that came with it. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;

  constructor(status: number, headers: Headers, body: string) {
    super(`status ${status}`);
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

const LONGEST = 400;

/** What the endpoint says is wrong, in one line; servers put it at different places. */
export function explanationIn(body: string): string {
  return oneLine(find(parseJson(body)) ?? body.replace(/<[^>]*>/g, ' '), LONGEST);
}

/** The vendor's code of a problem, e.g. `insufficient_quota`. */
export function codeIn(body: string): string | undefined {
  const parsed = parseJson(body);
  const error = isRecord(parsed) && isRecord(parsed.error) ? parsed.error : parsed;
  if (!isRecord(error)) return undefined;
  const code = error.code ?? error.type;
  return typeof code === 'string' ? code : undefined;
}

function find(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(find).filter(Boolean).join('; ') || undefined;
  if (!isRecord(value)) return undefined;
  return find(value.error) ?? find(value.message) ?? find(value.detail) ?? find(value.msg);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
