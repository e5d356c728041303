import type { ModalityViewProps } from '../define.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { CodePane } from './CodePane.tsx';
import { loadText } from './load-text.ts';

const MOST_BYTES = 5_000_000;

export function View(props: ModalityViewProps) {
  const { item, services, size, onDetails, link, marks = [], onMark, selection, showing } = props;
  const { media } = item;
  const marking = { tag: item.tag, marks, onMark, selection, showing };
  const key = media.kind === 'file' ? media.ref.id : 'inline';
  const loaded = useLoaded(key, (signal) => loadText(media, services, signal, MOST_BYTES));
  if (media.kind === 'inline') {
    return (
      <CodePane
        text={media.text}
        isWhole
        hints={[media.language]}
        size={size}
        onDetails={onDetails}
        link={link}
        marking={marking}
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
      link={link}
      marking={marking}
    />
  );
}
