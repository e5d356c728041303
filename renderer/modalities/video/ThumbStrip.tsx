// Pictures from a film at even times, drawn one after another from a second element that is given back
// as soon as the last one is there.
import { useEffect, useRef, useState } from 'react';
import { clockText } from '../parts/clock-text.ts';
import { releaseMedia } from '../parts/media-error.ts';
import { placeMedium } from '../parts/transport/media-ready.ts';
import styles from './ThumbStrip.module.css';

const COUNT = 10;
const WIDTH_PX = 112;

export function ThumbStrip({
  url,
  durationS,
  ratio,
  name,
  onGoTo,
}: {
  readonly url: string;
  readonly durationS: number;
  /** Width over height. */
  readonly ratio: number;
  readonly name: string;
  /** In the film's own time. */
  readonly onGoTo: (ownS: number) => void;
}) {
  const strip = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (durationS <= 0) return;
    const element = document.createElement('video');
    let isWanted = true;
    element.muted = true;
    element.preload = 'auto';
    element.src = url;
    const drawAll = async () => {
      for (let i = 0; i < COUNT && isWanted && element.error === null; i++) {
        await placeMedium(element, timeOf(i, durationS), false);
        const canvas = strip.current?.querySelectorAll('canvas')[i];
        if (!isWanted || canvas === undefined || element.videoWidth === 0) break;
        canvas.width = WIDTH_PX;
        canvas.height = Math.round(WIDTH_PX / ratio);
        canvas.getContext('2d')?.drawImage(element, 0, 0, canvas.width, canvas.height);
        setDrawn(i + 1);
      }
      release();
    };
    const release = () => {
      if (element.hasAttribute('src')) releaseMedia(element);
    };
    void drawAll();
    return () => {
      isWanted = false;
      release();
    };
  }, [url, durationS, ratio]);
  if (durationS <= 0) return undefined;
  return (
    <div ref={strip} className={styles.strip} role="group" aria-label={`Pictures from ${name}`}>
      {Array.from({ length: COUNT }, (_, i) => (
        <button
          key={i}
          type="button"
          tabIndex={i === 0 ? 0 : -1}
          className={styles.thumb}
          data-drawn={i < drawn}
          style={{ aspectRatio: ratio }}
          aria-label={`Go to ${clockText(timeOf(i, durationS))}`}
          title={clockText(timeOf(i, durationS))}
          onClick={() => onGoTo(timeOf(i, durationS))}
          onKeyDown={(event) => {
            const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
            const next = strip.current?.querySelectorAll('button')[i + (by ?? 0)];
            if (by === undefined || next === undefined) return;
            next.focus();
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <canvas aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}

const timeOf = (index: number, durationS: number) => ((index + 0.5) / COUNT) * durationS;
