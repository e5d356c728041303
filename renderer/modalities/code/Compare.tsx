import type { CompareEntry, ModalityCompareProps } from '../define.ts';
import { TextCompare, type EntryText } from './diff/TextCompare.tsx';
import { loadText } from './load-text.ts';

const MOST_BYTES = 5_000_000;

/** Code beside code: lines and words that differ, coloured as the code view has it. */
export function Compare({ entries, services, goal }: ModalityCompareProps) {
  const load = async (entry: CompareEntry, signal: AbortSignal): Promise<EntryText> => {
    const { media } = entry.item;
    const { text, isWhole } = await loadText(media, services, signal, MOST_BYTES);
    const hint =
      media.kind === 'file'
        ? media.ref.extension
        : media.kind === 'inline'
          ? media.language
          : undefined;
    return {
      text,
      hints: [hint],
      ...(!isWhole && { note: 'only the first 5 MB are compared.' }),
    };
  };
  return <TextCompare entries={entries} keyOf={mediaKey} load={load} face="code" goal={goal} />;
}

/** Tells what an entry's item is, so that nothing is loaded twice. */
export function mediaKey({ id, item: { media } }: CompareEntry): string {
  if (media.kind === 'file') return media.ref.id;
  return `${id}\n${media.kind === 'inline' ? media.text : media.kind}`;
}
