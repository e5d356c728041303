import { lazy, Suspense } from 'react';
import type { ModalityViewProps } from '../define.ts';
import { boxesOf } from '../parts/marks/picture-boxes.ts';
import { ModelView } from './ModelView.tsx';

const Picture = lazy(() => import('../image/View.tsx').then((m) => ({ default: m.Picture })));
const TextView = lazy(() =>
  import('../document/TextView.tsx').then((m) => ({ default: m.TextView })),
);
const PICTURES = ['png', 'jpg', 'jpeg', 'webp', 'bmp', 'gif'];

/** A mesh or point cloud; an entry that is only a part of one (quirk 12) is shown as what it is. */
export function View(props: ModalityViewProps) {
  const { item, services, size, facts, onDetails } = props;
  const { media } = item;
  if (media.kind !== 'file') return undefined;
  const { ref } = media;
  const url = services.url(ref.id);
  if (ref.extension === 'mtl') {
    return (
      <Suspense>
        <TextView key={ref.id} url={url} size={size} isPlain onDetails={onDetails} />
      </Suspense>
    );
  }
  if (PICTURES.includes(ref.extension)) {
    const { widthPx: width, heightPx: height } = facts ?? {};
    const known = width === undefined || height === undefined ? undefined : { width, height };
    return (
      <Suspense>
        <Picture
          key={ref.id}
          url={url}
          name={`${item.tag}: texture`}
          size={size}
          known={known}
          boxes={boxesOf(props)}
        />
      </Suspense>
    );
  }
  return <ModelView key={ref.id} {...props} media={media} />;
}
