// Boxes over a picture: those that people drew, and, where the picture is large, the one being drawn.
// By keys: b begins, arrows move, Shift and arrows size, Enter says what it is, b leaves.
import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
} from 'react';
import { SquareDashedMousePointer } from 'lucide-react';
import { isKeyOf, keyTitle } from '../../../hooks/key-match.ts';
import type { PlacedMark, OnMark, ReadSelection } from '../../define.ts';
import { ToolButton } from '../ToolBar.tsx';
import { boxBetween, CENTRE_BOX, isDrawn, nudged, type Box } from './box-geometry.ts';
import styles from './BoxLayer.module.css';

const NUDGE = 0.01;

/** Where the picture lies in its pane. */
interface Placement {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BoxDrawing {
  readonly box: Box | undefined;
  readonly begin: () => void;
  readonly end: () => void;
  readonly draw: (box: Box) => void;
}

/** Undefined where nothing can be marked. */
export function useBoxDrawing(onMark: OnMark | undefined): BoxDrawing | undefined {
  const [box, setBox] = useState<Box>();
  if (onMark === undefined) return undefined;
  return { box, begin: () => setBox(CENTRE_BOX), end: () => setBox(undefined), draw: setBox };
}

/** Begins and leaves drawing; among the tools of the picture. */
export function BoxTool({ drawing }: { readonly drawing: BoxDrawing | undefined }) {
  if (drawing === undefined) return null;
  const isOn = drawing.box !== undefined;
  return (
    <ToolButton
      label={isOn ? 'Leave marking' : 'Mark a region'}
      keys={keyTitle('large.mark')}
      icon={<SquareDashedMousePointer size={13} />}
      isPressed={isOn}
      onClick={isOn ? drawing.end : drawing.begin}
    />
  );
}

export interface BoxLayerProps {
  readonly tag: string;
  readonly placement: Placement | undefined;
  readonly marks: readonly PlacedMark[];
  readonly drawing: BoxDrawing | undefined;
  readonly onMark: OnMark | undefined;
  /** From 1, where it is one page of several. */
  readonly page?: number | undefined;
  /** It lies in something that scrolls, and is to stay in sight. */
  readonly isInScroll?: boolean;
  /** Told the box that is being drawn. */
  readonly selection?: Ref<ReadSelection> | undefined;
}

/** Begins drawing by its key. @returns whether the press was that key */
export function onBoxKey(event: KeyboardEvent, drawing: BoxDrawing | undefined): boolean {
  if (drawing === undefined || !isKeyOf('large.mark', event)) return false;
  drawing.begin();
  event.preventDefault();
  event.stopPropagation();
  return true;
}

export function BoxLayer(props: BoxLayerProps) {
  const { tag, placement, marks, drawing, onMark, page, selection, isInScroll = false } = props;
  const frame = useRef<HTMLDivElement>(null);
  const box = drawing?.box;
  const placeOf = (drawn: Box | undefined) => {
    const area = frame.current?.getBoundingClientRect();
    if (area === undefined || drawn === undefined || !isDrawn(drawn)) return undefined;
    const anchor = new DOMRect(
      area.x + drawn.x * area.width,
      area.y + drawn.y * area.height,
      drawn.w * area.width,
      drawn.h * area.height,
    );
    const mark = { kind: 'box', tag, ...(page !== undefined && { page }), ...drawn } as const;
    return { mark, anchor };
  };
  useImperativeHandle(selection, () => () => placeOf(box));
  const isDrawing = box !== undefined;
  useEffect(() => {
    if (!isDrawing) return undefined;
    const viewer = frame.current?.closest<HTMLElement>('[data-own-keys]');
    // the box takes the focus along when it goes: the viewer's keys are to work again
    return () => viewer?.focus({ preventScroll: true });
  }, [isDrawing]);
  if (placement === undefined) return null;
  const boxes = marks.flatMap((each) =>
    each.mark.kind === 'box' && each.mark.page === page ? [{ ...each, mark: each.mark }] : [],
  );
  if (boxes.length === 0 && box === undefined) return null;
  const confirm = (drawn: Box) => {
    const place = placeOf(drawn);
    if (place === undefined) return;
    drawing?.end();
    onMark?.(place.mark, place.anchor);
  };
  return (
    <div
      ref={frame}
      className={styles.frame}
      data-drawing={box !== undefined || undefined}
      style={{
        width: placement.width,
        height: placement.height,
        transform: `translate(${placement.x}px, ${placement.y}px)`,
      }}
      onPointerDown={(event) => {
        if (drawing !== undefined && box !== undefined) startBox(event, drawing, confirm);
      }}
    >
      {boxes.map(({ id, number, label, mark, isStale }) => (
        <div
          key={id}
          className={styles.box}
          style={styleOf(mark)}
          data-stale={isStale || undefined}
          role="img"
          aria-label={`Mark ${number}: ${label}`}
        >
          <span className={styles.number}>{number}</span>
        </div>
      ))}
      {box !== undefined && drawing !== undefined && (
        <div
          className={styles.drawn}
          style={styleOf(box)}
          tabIndex={0}
          role="group"
          aria-label="Region: arrows move it, Shift and arrows size it, Enter takes it"
          ref={(element) => {
            element?.focus({ preventScroll: true });
            if (isInScroll) element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          }}
          data-own-arrows
          onKeyDown={(event) => onKey(event, drawing, box, confirm)}
        />
      )}
    </div>
  );
}

const percent = (share: number) => `${share * 100}%`;
const styleOf = ({ x, y, w, h }: Box) => ({
  left: percent(x),
  top: percent(y),
  width: percent(w),
  height: percent(h),
});

function onKey(
  event: KeyboardEvent,
  drawing: BoxDrawing,
  box: Box,
  confirm: (box: Box) => void,
): void {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-NUDGE, 0],
    ArrowRight: [NUDGE, 0],
    ArrowUp: [0, -NUDGE],
    ArrowDown: [0, NUDGE],
  };
  const step = steps[event.key];
  if (step !== undefined) drawing.draw(nudged(box, ...step, event.shiftKey));
  else if (event.key === 'Enter') confirm(box);
  else if (isKeyOf('large.mark', event)) drawing.end();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function startBox(
  event: PointerEvent<HTMLElement>,
  drawing: BoxDrawing,
  confirm: (box: Box) => void,
): void {
  if (event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation(); // it neither pans nor zooms
  const frame = event.currentTarget;
  const area = frame.getBoundingClientRect();
  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => ({
    x: (clientX - area.x) / area.width,
    y: (clientY - area.y) / area.height,
  });
  const from = pointOf(event);
  frame.setPointerCapture(event.pointerId);
  let drawn: Box | undefined;
  const move = (next: globalThis.PointerEvent) => {
    drawn = boxBetween(from, pointOf(next));
    drawing.draw(drawn);
  };
  frame.addEventListener('pointermove', move);
  frame.addEventListener(
    'lostpointercapture',
    () => {
      frame.removeEventListener('pointermove', move);
      if (drawn !== undefined) confirm(drawn);
    },
    { once: true },
  );
}
