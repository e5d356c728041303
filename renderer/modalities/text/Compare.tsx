import { mediaKey } from '../code/Compare.tsx';
import { TextCompare } from '../code/diff/TextCompare.tsx';
import { loadText } from '../code/load-text.ts';
import type { ModalityCompareProps } from '../define.ts';

const MOST_BYTES = 2_000_000;

/** Text beside text, as it is written: paragraphs and words that differ. */
export function Compare({ entries, services }: ModalityCompareProps) {
  return (
    <TextCompare
      entries={entries}
      keyOf={mediaKey}
      face="prose"
      load={async ({ item: { media } }, signal) => {
        const { text, isWhole } = await loadText(media, services, signal, MOST_BYTES);
        const note = isWhole ? undefined : 'only the first 2 MB are compared.';
        return { text, hints: undefined, note };
      }}
    />
  );
}
