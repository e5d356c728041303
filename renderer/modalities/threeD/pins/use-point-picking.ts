// A point of a model that is picked, to be spoken of: by Shift and a click, or by keys (the one that begins
// shows where the middle is, arrows turn the model under it, Enter takes the point there).
import {
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { isKeyOf } from '../../../hooks/key-match.ts';
import type { ModalityViewProps, SelectedPlace } from '../../define.ts';
import type { ModelPoint } from '../model-spots.ts';
import type { Stage } from '../stage.ts';

export interface PointPicking {
  /** A click takes a point, and Enter the one in the middle. */
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly picked: ModelPoint | undefined;
  /** @returns true when the key was used */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
}

const STILL_PX = 4; // farther it was a drag

/** @returns undefined where nothing can be marked */
export function usePointPicking({
  tag,
  stage,
  canvas,
  onMark,
  selection,
}: Pick<ModalityViewProps, 'onMark' | 'selection'> & {
  readonly tag: string;
  readonly stage: RefObject<Stage | undefined>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}): PointPicking | undefined {
  const [isOn, setOn] = useState(false);
  const [picked, setPicked] = useState<ModelPoint>();
  const pressed = useRef({ x: 0, y: 0 });
  const placeOf = (point: ModelPoint | undefined): SelectedPlace | undefined => {
    const area = canvas.current?.getBoundingClientRect();
    if (point === undefined || area === undefined) return undefined;
    const { x, y } = stage.current?.spots()?.find(point) ?? {
      x: area.width / 2,
      y: area.height / 2,
    };
    const anchor = new DOMRect(area.x + x, area.y + y, 12, 0);
    return { mark: { kind: 'point', tag, ...point }, anchor };
  };
  useImperativeHandle(selection, () => () => placeOf(picked));
  if (onMark === undefined) return undefined;
  const take = (x: number, y: number) => {
    const point = stage.current?.spots()?.pick(x, y);
    const place = placeOf(point);
    if (place === undefined) return;
    setPicked(point);
    setOn(false);
    onMark(place.mark, place.anchor);
  };
  const toggle = () => {
    setOn(!isOn);
    setPicked(undefined);
  };
  return {
    isOn,
    toggle,
    picked,
    onKey(event) {
      const { clientWidth = 0, clientHeight = 0 } = canvas.current ?? {};
      if (isKeyOf('large.mark', event)) toggle();
      else if (isOn && event.key === 'Enter') take(clientWidth / 2, clientHeight / 2);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    onPointerDown({ clientX: x, clientY: y }) {
      pressed.current = { x, y };
    },
    onClick({ clientX, clientY, shiftKey, nativeEvent }) {
      const { x, y } = pressed.current;
      const isStill = Math.hypot(clientX - x, clientY - y) <= STILL_PX;
      if (isStill && (isOn || shiftKey)) take(nativeEvent.offsetX, nativeEvent.offsetY);
    },
  };
}
