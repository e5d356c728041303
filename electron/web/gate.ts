// Decides whether a request may come in at all, before anything looks at what it wants. A page of
// another site must not reach us: not by a rebound name (Host), not by a form or fetch (Origin,
// Sec-Fetch-Site), not without the token.
import type { IncomingMessage } from 'node:http';
import type { TokenGuard } from './token.ts';

export type Gate =
  | { readonly open: true }
  | { readonly open: false; readonly status: 401 | 403 | 421; readonly message: string };

const OPEN: Gate = { open: true };
const shut = (status: 401 | 403 | 421, message: string): Gate => ({ open: false, status, message });

/** Checks everything but the token. */
export function checkSender(request: IncomingMessage, port: number): Gate {
  const host = request.headers.host ?? '';
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
    return shut(421, 'This address is not served here.');
  }
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) {
    return shut(403, 'Requests of other sites are refused.');
  }
  const site = request.headers['sec-fetch-site'];
  const isNavigation = request.headers['sec-fetch-mode'] === 'navigate';
  const isForeign = site === 'cross-site' || site === 'same-site';
  if (isForeign && !(isNavigation && request.method === 'GET')) {
    return shut(403, 'Requests of other sites are refused.');
  }
  return OPEN;
}

/** Checks the token in the cookie. */
export function checkToken(request: IncomingMessage, port: number, guard: TokenGuard): Gate {
  if (guard.matches(guard.fromCookies(request.headers.cookie, port))) return OPEN;
  return shut(
    401,
    'Open Loupe by the address that it printed when it started: it carries the key to this page.',
  );
}
