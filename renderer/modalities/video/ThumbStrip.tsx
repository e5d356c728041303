// Pictures from a film at even times, drawn one after another from a second element that is given back
// as soon as the last one is there. Those of the last films are kept, so that they are seen at once when
// the same one is opened again.
import { useEffect, useRef, useState } from 'react';
import type { MediaFacts } from '../../../shared/model/media.ts';
import { clockText } from '../parts/clock-text.ts';
import { releaseMedia } from '../parts/media-error.ts';
import { placeMedium } from '../parts/transport/media-ready.ts';
import styles from './ThumbStrip.module.css';

const COUNT = 10;
const WIDTH_PX = 112;
const KEPT_FILMS = 12; // some 300 KB each
const kept = new Map<string, readonly ImageBitmap[]>();

function keep(key: string, pictures: readonly ImageBitmap[]): void {
  kept.set(key, pictures);
  const [oldest] = kept.size > KEPT_FILMS ? kept.keys() : [];
  if (oldest === undefined) return;
  for (const picture of kept.get(oldest) ?? []) picture.close();
  kept.delete(oldest);
}

export function ThumbStrip({
  url,
  facts,
  durationS,
  name,
  onGoTo,
}: {
  readonly url: string;
  readonly facts: MediaFacts | undefined;
  readonly durationS: number;
  readonly name: string;
  /** In the film's own time. */
  readonly onGoTo: (ownS: number) => void;
}) {
  const strip = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(0);
  const { widthPx = 16, heightPx = 9, sizeBytes } = facts ?? {};
  const ratio = widthPx / heightPx;
  useEffect(() => {
    if (durationS <= 0) return;
    const draw = (index: number, picture: CanvasImageSource) => {
      const canvas = strip.current?.querySelectorAll('canvas')[index];
      if (canvas === undefined) return;
      canvas.width = WIDTH_PX;
      canvas.height = Math.round(WIDTH_PX / ratio);
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      setDrawn(index + 1);
    };
    const key = `${url}\n${sizeBytes}\n${durationS}`; // another file at this address is another key
    const before = kept.get(key);
    if (before !== undefined) {
      before.forEach((picture, index) => draw(index, picture));
      return;
    }
    const element = document.createElement('video');
    let isWanted = true;
    element.muted = true;
    element.preload = 'auto';
    element.src = url;
    const drawAll = async () => {
      const pictures: ImageBitmap[] = [];
      const resizeWidth = WIDTH_PX * 2;
      for (let i = 0; i < COUNT && isWanted && element.error === null; i++) {
        await placeMedium(element, timeOf(i, durationS), false);
        if (!isWanted || element.videoWidth === 0) break;
        const picture = await createImageBitmap(element, { resizeWidth });
        pictures.push(picture);
        if (isWanted) draw(i, picture);
      }
      if (pictures.length === COUNT) keep(key, pictures);
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
  }, [url, sizeBytes, durationS, ratio]);
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
