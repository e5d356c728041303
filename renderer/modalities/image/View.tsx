// Pictures are only ever shown through <img>: an SVG there can neither run script nor load anything.
import { useEffect, useRef, useState } from 'react';
import { Info } from 'lucide-react';
import { isKeyOf, keyTitle } from '../../hooks/key-match.ts';
import type { MediaFacts } from '../../../shared/model/media.ts';
import type { MarkGoal, ModalityViewProps } from '../define.ts';
import { BoxLayer, BoxTool, onBoxKey, useBoxDrawing } from '../parts/marks/BoxLayer.tsx';
import { boxesOf, type PictureBoxes } from '../parts/marks/picture-boxes.ts';
import { useGoal } from '../parts/marks/use-goal.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { ToolBar, ToolButton } from '../parts/ToolBar.tsx';
import type { ViewerLink } from '../viewer-link.ts';
import { onZoomKey, startPan } from './pane-events.ts';
import { PictureFacts } from './PictureFacts.tsx';
import { useZoom } from './use-zoom.ts';
import type { Size } from './zoom.ts';
import { ZoomTools } from './ZoomTools.tsx';
import styles from './View.module.css';

const CARD_MOST_PX = 320;
const UNKNOWN: Size = { width: 300, height: 200 };

export function View(props: ModalityViewProps) {
  const { item, services, size, facts, link } = props;
  const { media } = item;
  if (media.kind !== 'file') return undefined;
  return (
    <Picture
      key={media.ref.id}
      url={services.url(media.ref.id)}
      name={item.caption ?? `${item.tag}: ${media.ref.name}`}
      size={size}
      known={sizeOf(facts)}
      facts={facts}
      link={link}
      boxes={boxesOf(props)}
    />
  );
}

/** Size of a picture by its header, which says nothing of how it is turned. */
export function sizeOf(facts: MediaFacts | undefined): Size | undefined {
  if (facts?.widthPx === undefined || facts.heightPx === undefined) return undefined;
  return { width: facts.widthPx, height: facts.heightPx };
}

/** A picture that can be zoomed and moved; also used for the scans among documents. */
export function Picture({
  url,
  name,
  size,
  known,
  facts,
  link,
  boxes,
  goal,
  hasDigits = true,
}: {
  readonly url: string;
  readonly name: string;
  readonly size: 'card' | 'full';
  readonly known: Size | undefined;
  /** Shown on demand where the picture is large. */
  readonly facts?: MediaFacts | undefined;
  readonly link?: ViewerLink | undefined;
  /** Regions that people marked; absent where none can be. */
  readonly boxes?: PictureBoxes | undefined;
  /** The one among them that is to be seen. */
  readonly goal?: MarkGoal | undefined;
  /** False where the digits mean something else. */
  readonly hasDigits?: boolean;
}) {
  const pane = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const [natural, setNatural] = useState<Size>();
  const [hasFailed, setFailed] = useState(false);
  const [hasFacts, setHasFacts] = useState(false);
  // the header's size says nothing of EXIF rotation; the decoded one does
  const picture = natural ?? known;
  const drawing = useBoxDrawing(boxes?.onMark);
  const zoom = useZoom(pane, picture, size === 'full' ? 'always' : 'withCtrl', link);
  useGoal(goal, zoom.placement !== undefined, ({ mark }) => {
    if (mark.kind === 'box') zoom.showPart(mark);
  });
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
  const mayTell = size === 'full' && facts !== undefined;
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
      onKeyDown={(event) => {
        if (onZoomKey(event, zoom, hasDigits) || onBoxKey(event, drawing)) return;
        if (!mayTell || !isKeyOf('large.facts', event)) return;
        setHasFacts((before) => !before);
        event.stopPropagation();
      }}
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
      {boxes !== undefined && (
        <BoxLayer
          {...boxes}
          drawing={drawing}
          placement={
            placement && {
              x: placement.x,
              y: placement.y,
              width: shape.width * placement.scale,
              height: shape.height * placement.scale,
            }
          }
        />
      )}
      <ToolBar label="Zoom" floating>
        <ZoomTools zoom={zoom} hasDigits={hasDigits} />
        <BoxTool drawing={drawing} />
        {mayTell && (
          <ToolButton
            label="Size and EXIF"
            keys={keyTitle('large.facts')}
            icon={<Info size={13} />}
            isPressed={hasFacts}
            onClick={() => setHasFacts(!hasFacts)}
          />
        )}
      </ToolBar>
      {mayTell && hasFacts && <PictureFacts facts={facts} shown={natural} />}
    </div>
  );
}
