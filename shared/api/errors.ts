import { z } from 'zod';

/** Every error code of the API; the renderer chooses help text by code. */
export const ERROR_CODES = [
  'bad-input', // the request itself does not fit the contract
  'unknown-method',
  'no-project',
  'not-found',
  'project-newer', // written by a newer version of Loupe
  'project-damaged',
  'read-only',
  'disk-full',
  'unreadable',
  'no-record',
  'path-refused',
  'busy', // e.g. an import is already running
  'bad-query', // a search or filter that cannot be read
  'unsupported',
  'endpoint-refused', // 401, 403, 404 or no key: it will answer nothing
  'endpoint-down', // it broke down again and again
  'budget-reached',
  'internal',
] as const;
export const ErrorCode = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** An error as it travels over a transport. */
export const WireError = z.object({
  code: ErrorCode,
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type WireError = z.infer<typeof WireError>;

/** What `dispatch` returns and a transport carries; `result` has been parsed by the contract. */
export type WireReply =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: WireError };

/**
 * An error that was expected and whose message is written for people: what was being done, what is
 * wrong, what to do; values in quotes, the path last.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options?: { details?: Record<string, unknown>; cause?: unknown },
  ) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options?.details;
  }

  toWire(): WireError {
    return this.details === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, details: this.details };
  }

  static fromWire(error: WireError): AppError {
    return new AppError(
      error.code,
      error.message,
      error.details === undefined ? undefined : { details: error.details },
    );
  }
}
