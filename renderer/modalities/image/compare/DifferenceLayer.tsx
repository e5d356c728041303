import { useEffect, useRef } from 'react';
import { amplify, type Difference } from './difference.ts';
import styles from '../Compare.module.css';

/** A difference as a picture, amplified. */
export function DifferenceLayer({
  difference,
  gain,
}: {
  readonly difference: Difference;
  readonly gain: number;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const surface = canvas.current;
    if (surface === null) return;
    const { width, height } = difference;
    surface.width = width;
    surface.height = height;
    const pixels = new ImageData(amplify(difference, gain), width, height);
    surface.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [difference, gain]);
  useEffect(() => {
    const surface = canvas.current;
    // its memory at once, not when it is collected
    return () => {
      if (surface !== null) surface.width = 0;
    };
  }, []);
  return (
    <canvas
      ref={canvas}
      className={styles.difference}
      role="img"
      aria-label={`Difference, amplified ${gain} times`}
    />
  );
}
