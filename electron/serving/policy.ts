// The headers under which the renderer runs, the same in a browser and in the desktop window.

export interface PolicyOptions {
  /** Where media come from besides the page's own origin, e.g. `media:`. */
  readonly mediaSource?: string;
  /** Development only: the bundler's inline preamble and its socket. */
  readonly isDevelopment?: boolean;
}

/**
 * The renderer's content security policy. `unsafe-inline` is for styles only (Radix, video.js and
 * wavesurfer write style elements); `wasm-unsafe-eval` is for pdf.js's image decoders.
 */
export function contentSecurityPolicy(options: PolicyOptions = {}): string {
  const media = options.mediaSource === undefined ? '' : ` ${options.mediaSource}`;
  const inline = options.isDevelopment ? " 'unsafe-inline'" : '';
  const socket = options.isDevelopment ? ' ws:' : '';
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${inline}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' blob: data:${media}`,
    `media-src 'self' blob:${media}`,
    "font-src 'self' data:",
    `connect-src 'self' blob: data:${media}${socket}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every page and every answer of a host. */
export function securityHeaders(options: PolicyOptions = {}): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(options),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
  };
}
