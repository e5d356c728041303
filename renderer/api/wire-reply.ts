import { z } from 'zod';
import { WireError, type WireReply } from '../../shared/api/errors.ts';

const Reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), error: WireError }),
]);

/** A reply as it came over the wire; the result itself is parsed by the client, which knows the method. */
export function parseWireReply(value: unknown): WireReply {
  return Reply.parse(value);
}

/** A reply that never came, e.g. because the engine's process has ended. */
export function unreachable(method: string, cause: unknown): WireReply {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message =
    `Cannot call "${method}": Loupe does not answer (${why}). ` +
    'Look whether it still runs, then reload this page.';
  return { ok: false, error: { code: 'internal', message, details: { unreachable: true } } };
}
