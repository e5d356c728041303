import type { ModalityViewProps } from '../define.ts';
import { decodeText, fetchBytes } from '../parts/fetch-bytes.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { CodePane } from './CodePane.tsx';

const MOST_BYTES = 5_000_000;

export function View({ item, services, size, onDetails }: ModalityViewProps) {
  const { media } = item;
  const key = media.kind === 'file' ? media.ref.id : 'inline';
  const loaded = useLoaded(key, async (signal) => {
    if (media.kind !== 'file')
      return { text: media.kind === 'inline' ? media.text : '', isWhole: true };
    const { bytes, isWhole } = await fetchBytes(services.url(media.ref.id), signal, MOST_BYTES);
    return { text: decodeText(bytes), isWhole };
  });
  if (media.kind === 'inline') {
    return (
      <CodePane
        text={media.text}
        isWhole
        hints={[media.language]}
        size={size}
        onDetails={onDetails}
      />
    );
  }
  if (loaded.status === 'loading' || media.kind !== 'file') return undefined;
  if (loaded.status === 'failed') {
    return <StateBox kind="bad" title="code cannot be read" detail={loaded.message} />;
  }
  return (
    <CodePane
      text={loaded.value.text}
      isWhole={loaded.value.isWhole}
      hints={[media.ref.extension]}
      size={size}
      onDetails={onDetails}
    />
  );
}
