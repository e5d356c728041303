import { protocol } from 'electron';
import { findPage } from '../serving/pages.ts';
import { securityHeaders } from '../serving/policy.ts';
import { MEDIA_SCHEME } from '../../shared/api/bridge.ts';
import { APP_SCHEME, isOwnPage } from './security/own-page.ts';

/** Serves the built renderer at `app://loupe/`, under the same policy as in a browser. */
export function serveApp(pagesDir: string): void {
  const headers = securityHeaders({ mediaSource: `${MEDIA_SCHEME}:` });
  protocol.handle(APP_SCHEME, async (request) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || !isOwnPage(request.url)) return new Response(null, { status: 403, headers });
    const page = await findPage(pagesDir, new URL(request.url).pathname);
    if (page === undefined) return new Response('There is no such page.', { status: 404, headers });
    return new Response(new Uint8Array(page.body), { headers: { ...headers, ...page.headers } });
  });
}
