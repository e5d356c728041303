// Pictures are only ever shown through <img>: an SVG there can neither run script nor load anything.
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import type { ModalityViewProps } from '../define.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { ToolBar, ToolButton, ToolText } from '../parts/ToolBar.tsx';
import { useZoom } from './use-zoom.ts';
import type { Size } from './zoom.ts';
import styles from './View.module.css';

const CARD_MOST_PX = 320;
const UNKNOWN: Size = { width: 300, height: 200 };

export function View({ item, services, size, facts }: ModalityViewProps) {
  const media = item.media;
  if (media.kind !== 'file') return undefined;
  return (
    <Picture
      key={media.ref.id}
      url={services.url(media.ref.id)}
      name={item.caption ?? `${item.tag}: ${media.ref.name}`}
      size={size}
      known={sizeOf(facts)}
    />
  );
}

function sizeOf(facts: ModalityViewProps['facts']): Size | undefined {
  if (facts?.widthPx === undefined || facts.heightPx === undefined) return undefined;
  return { width: facts.widthPx, height: facts.heightPx };
}

/** A picture that can be zoomed and moved; also used for the scans among documents. */
export function Picture({
  url,
  name,
  size,
  known,
}: {
  readonly url: string;
  readonly name: string;
  readonly size: 'card' | 'full';
  readonly known: Size | undefined;
}) {
  const pane = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const [natural, setNatural] = useState<Size>();
  const [hasFailed, setFailed] = useState(false);
  // the header's size says nothing of EXIF rotation; the decoded one does
  const picture = natural ?? known;
  const zoom = useZoom(pane, picture, size === 'full' ? 'always' : 'withCtrl');
  useEffect(() => {
    const element = image.current;
    // lets go of the decoded pixels at once
    return () => element?.removeAttribute('src');
  }, []);
  if (hasFailed) {
    return (
      <StateBox
        kind="bad"
        title="image cannot be drawn"
        detail="The browser does not know this format, or the data are damaged."
      />
    );
  }
  const { placement } = zoom;
  const shape = picture ?? UNKNOWN;
  return (
    <div
      ref={pane}
      className={styles.pane}
      data-size={size}
      data-pannable={!zoom.isFitted}
      style={
        size === 'card'
          ? {
              aspectRatio: `${shape.width} / ${shape.height}`,
              maxHeight: Math.min(CARD_MOST_PX, Math.max(64, shape.height)),
            }
          : undefined
      }
      {...(size === 'full' && { tabIndex: 0, 'data-own-keys': true, 'data-own-arrows': true })}
      onKeyDown={(event) => onKey(event, zoom)}
      onPointerDown={(event) => startPan(event, zoom)}
      onDoubleClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        zoom.toggle({ x: event.clientX - box.left, y: event.clientY - box.top });
      }}
    >
      <img
        ref={image}
        src={url}
        alt={name}
        decoding="async"
        draggable={false}
        className={styles.image}
        data-pixelated={(placement?.scale ?? 1) >= 3}
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
          setNatural(width > 0 && height > 0 ? { width, height } : (known ?? UNKNOWN))
        }
        onError={() => setFailed(true)}
        style={
          placement === undefined
            ? { visibility: 'hidden' }
            : {
                width: shape.width * placement.scale,
                height: shape.height * placement.scale,
                transform: `translate(${placement.x}px, ${placement.y}px)`,
              }
        }
      />
      <ToolBar label="Zoom" floating>
        <ToolButton
          label="Zoom out"
          keys="−"
          icon={<ZoomOut size={14} />}
          onClick={() => zoom.step(-1)}
        />
        <ToolText>{Math.round((placement?.scale ?? 1) * 100)} %</ToolText>
        <ToolButton
          label="Zoom in"
          keys="+"
          icon={<ZoomIn size={14} />}
          onClick={() => zoom.step(1)}
        />
        <ToolButton label="Actual size" keys="1" text="1:1" onClick={() => zoom.showAt(1)} />
        <ToolButton
          label="Fit"
          keys="0"
          icon={<Maximize size={13} />}
          isPressed={zoom.isFitted}
          onClick={zoom.showFitted}
        />
      </ToolBar>
    </div>
  );
}

function onKey(event: KeyboardEvent, zoom: ReturnType<typeof useZoom>): void {
  const pans: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [60, 0],
    ArrowRight: [-60, 0],
    ArrowUp: [0, 60],
    ArrowDown: [0, -60],
  };
  const pan = pans[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '+' || event.key === '=') zoom.step(1);
  else if (event.key === '-') zoom.step(-1);
  else if (event.key === '0') zoom.showFitted();
  else if (event.key === '1') zoom.showAt(1);
  else if (pan !== undefined) zoom.panBy(...pan);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function startPan(event: PointerEvent<HTMLElement>, zoom: ReturnType<typeof useZoom>): void {
  if (event.button !== 0 || zoom.isFitted || (event.target as Element).closest('button')) return;
  const element = event.currentTarget;
  element.setPointerCapture(event.pointerId);
  let { clientX, clientY } = event;
  const move = (next: globalThis.PointerEvent) => {
    zoom.panBy(next.clientX - clientX, next.clientY - clientY);
    ({ clientX, clientY } = next);
  };
  element.addEventListener('pointermove', move);
  element.addEventListener(
    'lostpointercapture',
    () => element.removeEventListener('pointermove', move),
    { once: true },
  );
}
