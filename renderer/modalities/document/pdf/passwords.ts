// Passwords of documents, as they were typed: in memory, for as long as the page is open, and nowhere
// else. A comparison of a document that was opened before asks for none.
const typed = new Map<string, string>();
const listeners = new Set<(url: string) => unknown>();

export const passwordOf = (url: string): string | undefined => typed.get(url);

export function rememberPassword(url: string, password: string): void {
  typed.set(url, password);
}

/** Says that the password of a document opened it. */
export function tellUnlocked(url: string): void {
  for (const listener of [...listeners]) listener(url);
}

/** Calls when a document was opened, in whichever view of it. @returns a function that stops it */
export function hearUnlocked(listener: (url: string) => unknown): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function forgetPassword(url: string): void {
  typed.delete(url);
}

/** A document that opens with a password only; `isWrong` when one was tried. */
export class PasswordNeeded extends Error {
  readonly isWrong: boolean;
  constructor(isWrong: boolean, cause: unknown) {
    super('It is protected by a password.', { cause });
    this.isWrong = isWrong;
  }
}
