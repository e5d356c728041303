import { useLayoutEffect, useRef, useState } from 'react';
import styles from './Chart.module.css';
import type { ChartSpec, PointAt } from './chart-spec.ts';
import type { Place } from './places.ts';
import { pointText } from './point-text.ts';

const GAP_PX = 8;

/** What a point says, beside it; a ring round it when the keys are at it. */
export function ChartTip({
  spec,
  at,
  place,
  isFocused,
}: {
  readonly spec: ChartSpec;
  readonly at: PointAt;
  readonly place: Place | undefined;
  readonly isFocused: boolean;
}) {
  const tip = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const frame = tip.current?.offsetParent;
    if (place === undefined || tip.current === null || !(frame instanceof HTMLElement)) return;
    const { offsetWidth: width, offsetHeight: height } = tip.current;
    const above = place.y - height - GAP_PX;
    const left = place.x + place.width / 2 - width / 2;
    setSpot({
      left: Math.max(0, Math.min(left, frame.clientWidth - width)),
      top: above >= -40 ? above : place.y + place.height + GAP_PX,
    });
  }, [place, spec, at]);
  const text = pointText(spec, at);
  if (place === undefined || text === undefined) return null;
  const { x, y, width, height } = place;
  return (
    <>
      <div
        className={isFocused ? styles.ring : styles.outline}
        style={{ left: x - 3, top: y - 3, width: width + 6, height: height + 6 }}
      />
      <div ref={tip} className={styles.tip} style={spot} aria-hidden="true">
        <strong>{text.heading}</strong>
        <span>{text.figure}</span>
        {text.facts.map((fact) => (
          <small key={fact}>{fact}</small>
        ))}
      </div>
    </>
  );
}
