// Two pictures over each other in the frame of the first: swipe, onion skin, difference.
import { useRef, type PointerEvent } from 'react';
import type { CompareEntry, MarkGoal, MediaServices } from '../../define.ts';
import { EntryLabel } from '../../parts/EntryLabel.tsx';
import { BoxLayer } from '../../parts/marks/BoxLayer.tsx';
import { boxesOf } from '../../parts/marks/picture-boxes.ts';
import { useGoal } from '../../parts/marks/use-goal.ts';
import { StateBox } from '../../parts/StateBox.tsx';
import { ToolBar } from '../../parts/ToolBar.tsx';
import { type Loaded, useLoaded } from '../../parts/use-loaded.ts';
import { useSize } from '../../parts/use-size.ts';
import type { ViewerLink } from '../../viewer-link.ts';
import { onZoomKey, startPan } from '../pane-events.ts';
import { useZoom, type Zoom } from '../use-zoom.ts';
import type { Placement, Size } from '../zoom.ts';
import { ZoomTools } from '../ZoomTools.tsx';
import { DifferenceLayer } from './DifferenceLayer.tsx';
import { computeDifference } from './compute-difference.ts';
import { describeDifference, type Difference } from './difference.ts';
import { fitInto, type FitKind } from './frame-fit.ts';
import { type LoadedPicture, loadPicture, releasePicture } from './load-picture.ts';
import { splitBeside, type Mode, type OverlayChoices } from './modes.ts';
import styles from '../Compare.module.css';

interface Props {
  readonly base: CompareEntry;
  readonly top: CompareEntry;
  readonly mode: Exclude<Mode, 'side'>;
  readonly choices: OverlayChoices;
  readonly onChoose: (choices: OverlayChoices) => void;
  readonly services: MediaServices;
  readonly link: ViewerLink;
  readonly goal: MarkGoal | undefined;
}

export function Overlay({ base, top, services, ...rest }: Props) {
  const urls = [base, top].map(({ item }) =>
    item.media.kind === 'file' ? services.url(item.media.ref.id) : '',
  );
  const pair = useLoaded(
    urls.join('\n'),
    async () => {
      const loads = await Promise.allSettled([
        loadPicture(urls[0] ?? '', base.facts),
        loadPicture(urls[1] ?? '', top.facts),
      ]);
      const [one, other] = loads;
      if (one.status === 'fulfilled' && other.status === 'fulfilled') {
        return [one.value, other.value] as const;
      }
      for (const load of loads) if (load.status === 'fulfilled') releasePicture(load.value);
      const { label } = one.status === 'rejected' ? base : top;
      throw new Error(`${label}: the browser does not know this format, or the data are damaged.`);
    },
    (pictures) => pictures.forEach(releasePicture),
  );
  if (pair.status === 'failed') {
    return <StateBox kind="bad" title="images cannot be compared" detail={pair.message} />;
  }
  const pictures = pair.status === 'ready' ? pair.value : undefined;
  return <OverlayPane base={base} top={top} pictures={pictures} {...rest} />;
}

function OverlayPane({
  base,
  top,
  pictures,
  mode,
  choices,
  onChoose,
  link,
  goal,
}: Omit<Props, 'services'> & { readonly pictures: Pair | undefined }) {
  const pane = useRef<HTMLDivElement>(null);
  const room = useSize(pane);
  const frame = pictures?.[0].size;
  const zoom = useZoom(pane, frame, 'always', link);
  const found = useDifference(pictures, choices.fit, mode === 'difference');
  const { placement } = zoom;
  const seen = placement && frame && visiblePart(placement, frame, room);
  const line = seen === undefined ? 0 : seen.left + choices.split * seen.width;

  useBoxGoal({ base, top, mode, choices, onChoose, goal }, pictures, zoom);

  const moveLine = (clientX: number) => {
    const left = pane.current?.getBoundingClientRect().left ?? 0;
    if (seen === undefined || seen.width === 0) return;
    const split = (clientX - left - seen.left) / seen.width;
    onChoose({ ...choices, split: Math.min(1, Math.max(0, split)) });
  };
  const startDrag = (event: PointerEvent<HTMLElement>) => {
    const target = event.target as Element;
    const isOnLine = target.closest('[role="slider"]') !== null;
    if (mode !== 'swipe' || event.button !== 0 || target.closest('button') !== null) {
      return startPan(event, zoom);
    }
    // a fitted picture cannot be moved, so that the pointer has the line wherever it is
    if (!zoom.isFitted && !isOnLine) return startPan(event, zoom);
    const element = event.currentTarget;
    element.setPointerCapture(event.pointerId);
    moveLine(event.clientX);
    const move = (next: globalThis.PointerEvent) => moveLine(next.clientX);
    const stop = () => element.removeEventListener('pointermove', move);
    element.addEventListener('pointermove', move);
    element.addEventListener('lostpointercapture', stop, { once: true });
  };

  return (
    <div
      ref={pane}
      className={styles.pane}
      tabIndex={0}
      role="group"
      aria-label={`${base.label} and ${top.label}`}
      aria-busy={pictures === undefined}
      data-own-keys
      data-own-arrows
      data-pannable={!zoom.isFitted}
      data-mode={mode}
      onKeyDown={(event) => onZoomKey(event, zoom, false)}
      onPointerDown={startDrag}
      onDoubleClick={(event) => {
        if (mode === 'swipe' && zoom.isFitted) return;
        const box = event.currentTarget.getBoundingClientRect();
        zoom.toggle({ x: event.clientX - box.left, y: event.clientY - box.top });
      }}
    >
      {placement !== undefined && frame !== undefined && pictures !== undefined && (
        <div
          className={styles.frame}
          data-pixelated={placement.scale >= 3}
          style={{
            width: frame.width * placement.scale,
            height: frame.height * placement.scale,
            transform: `translate(${placement.x}px, ${placement.y}px)`,
          }}
        >
          {mode === 'difference' ? (
            found.status === 'ready' &&
            found.value !== undefined && (
              <DifferenceLayer difference={found.value} gain={choices.gain} />
            )
          ) : (
            <Layers
              entries={[base, top]}
              pictures={pictures}
              mode={mode}
              choices={choices}
              line={line - placement.x}
              scale={placement.scale}
            />
          )}
        </div>
      )}
      {mode === 'swipe' && (
        <div
          className={styles.line}
          role="slider"
          tabIndex={0}
          aria-label={`Swipe line between ${base.label} and ${top.label}`}
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(choices.split * 100)}
          style={{ transform: `translateX(${line}px)` }}
        />
      )}
      <span className={styles.baseLabel}>
        <EntryLabel entry={base} />
      </span>
      <span className={styles.topLabel}>
        <EntryLabel entry={top} />
      </span>
      {mode === 'difference' && (
        <p className={styles.figures} role="status">
          {found.status === 'loading' && 'Comparing …'}
          {found.status === 'failed' && found.message}
          {found.status === 'ready' && found.value !== undefined && pictures !== undefined && (
            <>
              {describeDifference(found.value)}{' '}
              <span>{howCompared(pictures, found.value, choices.fit)}</span>
            </>
          )}
        </p>
      )}
      <ToolBar label="Zoom" floating>
        <ZoomTools zoom={zoom} hasDigits={false} />
      </ToolBar>
    </div>
  );
}

type Pair = readonly [LoadedPicture, LoadedPicture];

/** Brings a marked box into sight, on its picture's side of the line. */
function useBoxGoal(
  { base, top, mode, choices, onChoose, goal }: Omit<Props, 'services' | 'link'>,
  pictures: Pair | undefined,
  zoom: Zoom,
): void {
  const isHere = goal?.entryId === base.id || goal?.entryId === top.id;
  const isReady = pictures !== undefined && zoom.placement !== undefined;
  useGoal(isHere ? goal : undefined, isReady, ({ entryId, mark }) => {
    if (mark.kind !== 'box' || pictures === undefined) return;
    const isTop = entryId === top.id;
    const [{ size: frame }] = pictures;
    const box = fitInto(pictures[isTop ? 1 : 0].size, frame, isTop ? choices.fit : 'stretch');
    const part = {
      x: (box.x + mark.x * box.width) / frame.width,
      y: (box.y + mark.y * box.height) / frame.height,
      w: (mark.w * box.width) / frame.width,
      h: (mark.h * box.height) / frame.height,
    };
    zoom.showPart(part);
    const split = splitBeside(choices.split, part, isTop, zoom.isFitted);
    if (mode === 'swipe') onChoose({ ...choices, split });
  });
}

/** Computed only while it is looked at. */
function useDifference(
  pictures: Pair | undefined,
  fit: FitKind,
  isOn: boolean,
): Loaded<Difference | undefined> {
  const pair = isOn ? pictures : undefined;
  const key = pair === undefined ? '' : `${pair.map(({ image }) => image.src).join(' ')} ${fit}`;
  return useLoaded(key, async (signal) => {
    if (pair === undefined) return undefined;
    // the picture before is seen until the next frame, and the page answers
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return signal.aborted ? undefined : computeDifference(...pair, fit);
  });
}

/** In which pixels the figures count, so that nobody takes them for a score. */
function howCompared([base, top]: Pair, { width, height }: Difference, fit: FitKind): string {
  const isScaled = base.size.width !== width;
  const isFitted = top.size.width !== base.size.width || top.size.height !== base.size.height;
  const how = fit === 'stretch' ? 'stretched' : 'fitted';
  const parts = [
    `Computed for display at ${width}×${height}${isScaled ? ' (made smaller)' : ''}`,
    ...(isFitted ? [`${top.size.width}×${top.size.height} ${how} into it`] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** From where to where the frame is seen along the pane. */
function visiblePart(placement: Placement, frame: Size, room: Size) {
  const left = Math.max(0, placement.x);
  const right = Math.min(room.width, placement.x + frame.width * placement.scale);
  return { left, width: Math.max(0, right - left) };
}

function Layers({
  entries,
  pictures,
  mode,
  choices,
  line,
  scale,
}: {
  readonly entries: readonly [CompareEntry, CompareEntry];
  readonly pictures: Pair;
  readonly mode: 'swipe' | 'onion';
  readonly choices: OverlayChoices;
  /** In CSS pixels from the frame's left edge. */
  readonly line: number;
  /** CSS pixels of each pixel of the frame. */
  readonly scale: number;
}) {
  const frame = pictures[0].size;
  const layers = pictures.map(({ image, size }, index) => {
    const box = fitInto(size, frame, index === 0 ? 'stretch' : choices.fit);
    const clip = index === 0 ? `0 calc(100% - ${line}px) 0 0` : `0 0 0 ${line}px`;
    const own = mode === 'swipe' ? { clipPath: `inset(${clip})` } : {};
    return { image, box, own, entry: entries[index] };
  });
  return (
    <>
      {layers.map(({ image, box, own, entry }, index) => (
        <div
          key={index}
          className={styles.layer}
          style={mode === 'swipe' || index === 0 ? own : { opacity: choices.opacity }}
        >
          <img
            src={image.src}
            crossOrigin="anonymous"
            alt={`${entry?.label ?? ''}: ${entry?.item.tag ?? ''}`}
            draggable={false}
            style={{
              left: `${(box.x / frame.width) * 100}%`,
              top: `${(box.y / frame.height) * 100}%`,
              width: `${(box.width / frame.width) * 100}%`,
              height: `${(box.height / frame.height) * 100}%`,
            }}
          />
        </div>
      ))}
      {/* over both: through a picture their numbers could not be read */}
      {layers.map(({ box, own, entry }, index) => (
        <div key={index} className={styles.markLayer} style={own}>
          {entry !== undefined && (
            <BoxLayer
              {...boxesOf({ ...entry, size: 'full' })}
              drawing={undefined}
              placement={{
                x: box.x * scale,
                y: box.y * scale,
                width: box.width * scale,
                height: box.height * scale,
              }}
            />
          )}
        </div>
      ))}
    </>
  );
}
