// The area on which sounds are drawn: a slider for the keyboard; for the pointer, a click goes there and
// a drag makes a region that loops. Ctrl and the wheel zoom, the wheel sideways moves.
import { useEffect, useRef, type ReactNode } from 'react';
import { clockText } from '../parts/clock-text.ts';
import { TimeMarkSpans } from '../parts/marks/TimeMarks.tsx';
import { regionBetween, type TimeRange } from '../parts/transport/group-time.ts';
import type { TransportState } from '../parts/transport/state.ts';
import type { Transport } from '../parts/transport/transport.ts';
import styles from './TimeSurface.module.css';
import { moved, zoomed } from './time-view.ts';

const DRAG_PX = 4;

export function TimeSurface({
  transport,
  state,
  seen,
  onSee,
  label,
  children,
  ...data
}: {
  readonly transport: Transport;
  readonly state: TransportState;
  readonly seen: TimeRange;
  /** Absent where there is nothing to zoom. */
  readonly onSee?: ((seen: TimeRange) => void) | undefined;
  readonly label: string;
  readonly children: ReactNode;
  readonly 'data-waveform'?: string;
}) {
  const surface = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const { positionS, durationS, region } = state;
  const seenS = seen.toS - seen.fromS;
  const shareOf = (timeS: number) => (seenS > 0 ? (timeS - seen.fromS) / seenS : 0);

  useEffect(() => {
    const place = (nowS: number) => {
      if (head.current === null) return;
      const share = seenS > 0 ? (nowS - seen.fromS) / seenS : 0;
      head.current.style.left = `${share * 100}%`;
      // at the very beginning it would only be a bar beside the picture
      head.current.hidden = nowS <= 0 || share < 0 || share > 1;
    };
    place(transport.position());
    return transport.onFrame(place);
  }, [transport, seen.fromS, seenS]);

  useEffect(() => {
    const element = surface.current;
    if (element === null || onSee === undefined) return;
    const onWheel = (event: WheelEvent) => {
      const box = element.getBoundingClientRect();
      const isZoom = event.ctrlKey || event.metaKey;
      if (!isZoom && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
      event.preventDefault();
      const about = seen.fromS + ((event.clientX - box.left) / box.width) * seenS;
      onSee(
        isZoom
          ? zoomed(seen, Math.exp(-event.deltaY / 200), about, durationS)
          : moved(seen, (event.deltaX / box.width) * seenS, durationS),
      );
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [seen, seenS, durationS, onSee]);

  return (
    <div
      ref={surface}
      className={styles.surface}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationS)}
      aria-valuenow={Math.round(positionS)}
      aria-valuetext={`${clockText(positionS)} of ${clockText(durationS)}`}
      data-own-keys
      data-own-arrows
      {...data}
      onPointerDown={(event) => {
        if (event.button !== 0 || durationS === 0) return;
        const element = event.currentTarget;
        const box = element.getBoundingClientRect();
        const timeAt = (x: number) => seen.fromS + ((x - box.left) / box.width) * seenS;
        const startX = event.clientX;
        let isDrag = false;
        element.setPointerCapture(event.pointerId);
        element.onpointermove = (moving) => {
          isDrag ||= Math.abs(moving.clientX - startX) > DRAG_PX;
          if (!isDrag) return;
          const dragged = regionBetween(timeAt(startX), timeAt(moving.clientX), durationS);
          if (dragged !== undefined) transport.setRegion(dragged);
        };
        element.onpointerup = (up) => {
          [element.onpointermove, element.onpointerup, element.onpointercancel] = [
            null,
            null,
            null,
          ];
          if (!isDrag) transport.seek(timeAt(up.clientX));
          else transport.seek(transport.state().region?.fromS ?? timeAt(startX));
        };
        element.onpointercancel = element.onpointerup;
      }}
    >
      {children}
      {region !== undefined && (
        <div
          className={styles.region}
          data-on={state.isLooping}
          style={{
            left: `${Math.max(0, shareOf(region.fromS)) * 100}%`,
            right: `${(1 - Math.min(1, shareOf(region.toS))) * 100}%`,
          }}
        />
      )}
      <TimeMarkSpans seen={seen} />
      <div ref={head} className={styles.head} hidden />
    </div>
  );
}
