import type { ModalityViewProps } from '../define.ts';
import { decodeText, fetchBytes } from '../parts/fetch-bytes.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { TextPane } from '../text/View.tsx';

const MOST_BYTES = 2_000_000;

/** Markdown and plain text files. */
export function TextView({
  url,
  size,
  isPlain,
  onDetails,
}: {
  readonly url: string;
  readonly size: 'card' | 'full';
  readonly isPlain: boolean;
  readonly onDetails: ModalityViewProps['onDetails'];
}) {
  const loaded = useLoaded(url, async (signal) => {
    const { bytes, isWhole } = await fetchBytes(url, signal, MOST_BYTES);
    return { text: decodeText(bytes), isWhole };
  });
  if (loaded.status === 'loading') return undefined;
  if (loaded.status === 'failed') {
    return <StateBox kind="bad" title="document cannot be read" detail={loaded.message} />;
  }
  return <TextPane {...loaded.value} size={size} isPlain={isPlain} onDetails={onDetails} />;
}
