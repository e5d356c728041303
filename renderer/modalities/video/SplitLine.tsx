import { useRef } from 'react';
import styles from './Compare.module.css';

const STEP = 0.02;

/** The line between two pictures in one frame; dragged, or moved with the arrows. */
export function SplitLine({
  split,
  onSplit,
}: {
  /** Share of the width to its left. */
  readonly split: number;
  readonly onSplit: (split: number) => void;
}) {
  const line = useRef<HTMLDivElement>(null);
  const put = (share: number) => onSplit(Math.min(1, Math.max(0, share)));
  return (
    <div
      ref={line}
      className={styles.line}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Line between both pictures"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(split * 100)}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
        if (by === undefined) return;
        put(split + by);
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const box = line.current?.parentElement?.getBoundingClientRect();
        if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
        put((event.clientX - box.left) / box.width);
      }}
    />
  );
}
