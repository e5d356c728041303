import type { WireReply } from './errors.ts';

/** What the preload script puts on `window.loupe`: the desktop transport and nothing else. */
export interface Bridge {
  send(method: string, input: unknown): Promise<WireReply>;
  listen(handler: (event: string, payload: unknown) => void): () => void;
  /** Opens the system's dialog; resolves to the paths chosen, none when cancelled. */
  choosePaths(options: { title: string; kind: 'folder' | 'file' | 'any' }): Promise<string[]>;
  /** Path of a file or folder that was dropped on the page (a DOM `File`); `''` when it has none. */
  pathOf?(file: object): string;
}

/** Channel names between preload and main; only these exist. */
export const IPC = {
  send: 'loupe:send',
  event: 'loupe:event',
  choosePaths: 'loupe:choose-paths',
} as const;

export const MEDIA_SCHEME = 'media';
