// What went wrong with a request, and so what to do: stop everything, wait and try again, ask in another
// form, or give this one question up.
import type { CallFailure } from '../../../../shared/model/judge.ts';
import {
  codeIn,
  explanationIn,
  HttpProblem,
  ReplyTooLarge,
  RequestTimeout,
} from './http-problem.ts';
import { readRetryAfter } from './retry-after.ts';

export type Problem =
  /** The endpoint will answer nothing; `why` and what to do about it. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Try again; `isBusy` where it lives and has too much to do. */
  | {
      readonly kind: 'passing';
      readonly isBusy: boolean;
      readonly code: CallFailure;
      readonly why: string;
      readonly afterMs: number | undefined;
    }
  /** This question cannot be asked like this; `why` may name what it does not take. */
  | { readonly kind: 'unasked'; readonly code: CallFailure; readonly why: string };

/**
 * @param now  milliseconds since 1970, for a date in Retry-After
 * @throws the error itself when it is none of a request: a bug
 */
export function problemOf(error: unknown, now: number): Problem {
  const cause = toldBy(error);
  if (cause instanceof HttpProblem) return problemOfStatus(cause, now);
  if (cause instanceof ReplyTooLarge) {
    return { kind: 'unasked', code: 'too-large', why: cause.message };
  }
  if (cause instanceof RequestTimeout) return passing('timeout', cause.message);
  const code = systemCode(cause);
  if (code === undefined) throw error;
  if (CERTIFICATE.test(code)) {
    return {
      kind: 'refused',
      why: `its certificate cannot be trusted (${code}). Check the address, or let Node.js trust it by NODE_EXTRA_CA_CERTS`,
    };
  }
  return passing('unreachable', SAID[code] ?? `the connection failed (${code})`);
}

/** The vendor's client wraps what the transport throws. */
function toldBy(error: unknown): unknown {
  const isOurs = (told: unknown) =>
    told instanceof HttpProblem || told instanceof ReplyTooLarge || told instanceof RequestTimeout;
  return error instanceof Error && isOurs(error.cause) ? error.cause : error;
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/;
const SAID: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at this address. Is the server running?',
  ENOTFOUND: 'there is no server of this name',
  EAI_AGAIN: 'the name of the server could not be looked up',
  ECONNRESET: 'the connection was dropped',
  UND_ERR_SOCKET: 'the connection was dropped',
  UND_ERR_CONNECT_TIMEOUT: 'the server does not take the connection',
};

function passing(code: CallFailure, why: string): Problem {
  return { kind: 'passing', isBusy: false, code, why, afterMs: undefined };
}

function problemOfStatus({ status, headers, body }: HttpProblem, now: number): Problem {
  const said = explanationIn(body);
  const words = said === '' ? `status ${status}` : `status ${status}: "${said}"`;
  const refused = (todo: string): Problem => ({ kind: 'refused', why: `${words}. ${todo}` });
  if (status < 400) return refused('It points elsewhere; give the address that it points to');
  if (status === 401) return refused('Check the key');
  if (status === 402) return refused('Check the account');
  if (status === 403) return refused('Check what the key may do');
  if (status === 404) return refused('Check the base URL, up to and with /v1, and the model');
  if (status === 405 || status === 410 || status === 501) return refused('Check the base URL');
  if (status === 429 && isOutOfCredit(body)) return refused('Check the account’s credit');
  if (status === 408 || status === 409 || status === 425 || status === 429 || status >= 500) {
    return {
      kind: 'passing',
      isBusy: status === 429,
      code: 'overloaded',
      why: words,
      afterMs: readRetryAfter(headers, now),
    };
  }
  return { kind: 'unasked', code: 'bad-request', why: words };
}

/** A quota that is used up says 429 like a rate limit, but no waiting helps. */
function isOutOfCredit(body: string): boolean {
  return /insufficient_quota|billing_hard_limit/.test(codeIn(body) ?? '');
}

/** The innermost code of the system, of TLS or of the HTTP client. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  const code = (error as NodeJS.ErrnoException).code;
  return systemCode(inner) ?? (typeof code === 'string' ? code : undefined) ?? nameless(error);
}

/** `fetch` throws these without a code when a body ends early or a header cannot be read. */
function nameless(error: Error): string | undefined {
  return error instanceof TypeError && /terminated|fetch failed/.test(error.message)
    ? 'UND_ERR_SOCKET'
    : undefined;
}
