import { z } from 'zod';
import { contract, type MethodName } from '../../../shared/api/contract.ts';
import { AppError, type WireReply } from '../../../shared/api/errors.ts';
import type { Log } from '../log.ts';
import type { Handlers } from './handlers.ts';

/** Answers one call; never throws. Both hosts, the CLI and the tests come through here. */
export type Dispatch = (method: string, input: unknown, signal?: AbortSignal) => Promise<WireReply>;

const never = new AbortController().signal;

/**
 * Validates the input, runs the handler, and turns a thrown `AppError` into a reply. An unexpected
 * error is a bug: it is logged once, with its stack, and shown as "internal".
 */
export function createDispatch(
  handlers: Handlers,
  log: Log,
  options: { readonly checkOutput?: boolean } = {},
): Dispatch {
  return async (method, input, signal = never) => {
    if (!Object.hasOwn(contract, method)) {
      return failed(
        new AppError('unknown-method', `Cannot call "${method}": there is no such method.`),
      );
    }
    const name = method as MethodName; // checked on the line above
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) {
      return failed(
        new AppError('bad-input', `Cannot call "${name}": ${z.prettifyError(parsed.error)}`),
      );
    }
    try {
      // the handler map is typed by method; a dynamic name loses that here
      const handler = handlers[name] as (input: unknown, signal: AbortSignal) => unknown;
      const result = await handler(parsed.data, signal);
      return {
        ok: true,
        result: options.checkOutput ? contract[name].output.parse(result) : result,
      };
    } catch (error) {
      if (error instanceof AppError) return failed(error);
      log.error({ err: error, method: name }, 'unexpected error in a handler');
      return failed(
        new AppError(
          'internal',
          `"${name}" hit a bug in Loupe. The log has its trace; please report it.`,
        ),
      );
    }
  };
}

function failed(error: AppError): WireReply {
  return { ok: false, error: error.toWire() };
}
