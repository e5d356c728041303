import type { CompareEntry } from '../define.ts';

/** An entry whose item is a file. */
export interface FileEntry extends CompareEntry {
  readonly mediaId: string;
}

/** Those that have a file to play, and those of which there is none. */
export function fileEntries(entries: readonly CompareEntry[]): {
  readonly files: readonly FileEntry[];
  readonly absent: readonly CompareEntry[];
} {
  const files = entries.flatMap((entry) => {
    const { media } = entry.item;
    return media.kind === 'file' ? [{ ...entry, mediaId: media.ref.id }] : [];
  });
  return { files, absent: entries.filter(({ item }) => item.media.kind !== 'file') };
}
