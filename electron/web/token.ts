import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Proves that a request comes from the page that was opened from the address we printed. */
export interface TokenGuard {
  readonly token: string;
  /** Compares in constant time. */
  readonly matches: (candidate: string | undefined | null) => boolean;
  /** Value of `Set-Cookie` that hands the token to the browser. */
  readonly setCookie: (port: number) => string;
  /** Reads the token out of a `Cookie` header. */
  readonly fromCookies: (header: string | undefined, port: number) => string | undefined;
}

/** Browsers share cookies between ports, so that each port needs its own name. */
const cookieName = (port: number) => `loupe-${port}`;
const digest = (text: string) => createHash('sha256').update(text).digest();

/** Makes a guard with a fresh random token of 256 bits. */
export function createTokenGuard(token = randomBytes(32).toString('base64url')): TokenGuard {
  const expected = digest(token);
  return {
    token,
    matches: (candidate) =>
      typeof candidate === 'string' && timingSafeEqual(digest(candidate), expected),
    setCookie: (port) => `${cookieName(port)}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    fromCookies(header, port) {
      const prefix = `${cookieName(port)}=`;
      const pairs = (header ?? '').split(';').map((pair) => pair.trim());
      return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
    },
  };
}
