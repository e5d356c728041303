// Numbered pins on a model. They are elements over its tile, moved with each frame that is drawn, so that
// they can be read and found like all other marks.
import { useEffect, useRef, type RefObject } from 'react';
import type { PlacedMark } from '../../define.ts';
import type { ModelPoint, SeenPoint } from '../model-spots.ts';
import type { Stage } from '../stage.ts';
import styles from './PinLayer.module.css';

export function PinLayer({
  stage,
  isReady,
  marks,
  picked,
}: {
  readonly stage: RefObject<Stage | undefined>;
  readonly isReady: boolean;
  readonly marks: readonly PlacedMark[];
  /** The one that is to be spoken of. */
  readonly picked: ModelPoint | undefined;
}) {
  const layer = useRef<HTMLDivElement>(null);
  const pins = marks.flatMap((each) =>
    each.mark.kind === 'point' ? [{ ...each, point: each.mark }] : [],
  );
  const isSaid = picked !== undefined && pins.some(({ point }) => isSame(point, picked));
  const points = [...pins.map(({ point }) => point), ...(picked && !isSaid ? [picked] : [])];
  const places = JSON.stringify(points.map(({ x, y, z }) => ({ x, y, z })));
  // another element for the same point has to be put there anew
  const elements = pins.map(({ id }) => id).join('\n');
  useEffect(() => {
    if (!isReady) return undefined;
    const wanted = JSON.parse(places) as ModelPoint[]; // as it was written above
    return stage.current?.onDrawn(() => {
      wanted.forEach((point, index) => {
        const pin = layer.current?.children[index];
        if (pin instanceof HTMLElement) put(pin, stage.current?.spots()?.find(point));
      });
    });
  }, [stage, isReady, places, elements]);
  if (points.length === 0) return null;
  return (
    <div ref={layer} className={styles.layer}>
      {pins.map(({ id, number, label, isStale, point }) => (
        <div
          key={id}
          className={styles.pin}
          data-stale={isStale || undefined}
          data-picked={(picked !== undefined && isSame(point, picked)) || undefined}
          role="img"
          aria-label={`Mark ${number}: ${label}`}
        >
          <span className={styles.number} title={label}>
            {number}
          </span>
        </div>
      ))}
      {picked !== undefined && !isSaid && (
        <div className={styles.pin} data-picked role="img" aria-label="The point that is picked">
          <span className={styles.number}>+</span>
        </div>
      )}
    </div>
  );
}

/** Straight to the element: turning a model must not draw anything else again. */
function put(pin: HTMLElement, seen: SeenPoint | undefined): void {
  pin.style.visibility = seen === undefined ? 'hidden' : 'visible';
  if (seen === undefined) return;
  pin.style.transform = `translate(${seen.x}px, ${seen.y}px)`;
  pin.toggleAttribute('data-hidden', seen.isHidden);
}

const isSame = (a: ModelPoint, b: ModelPoint) => a.x === b.x && a.y === b.y && a.z === b.z;
