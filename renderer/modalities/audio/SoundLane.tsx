import { useEffect, useMemo, useRef } from 'react';
import { heightOf, type SpectrogramScale } from '../../../shared/model/spectrogram.ts';
import type { Waveform } from '../../../shared/model/waveform.ts';
import type { MediaServices } from '../define.ts';
import type { TimeRange } from '../parts/transport/group-time.ts';
import { useSize } from '../parts/use-size.ts';
import { useThemeColors } from '../parts/use-theme-colors.ts';
import { drawWave, loudnessOf, shades, tilePainter } from './draw-sound.ts';
import styles from './SoundLane.module.css';
import { tilesFor } from './tiles.ts';
import { useTiles } from './use-tiles.ts';
import { coarseness } from './use-waveform.ts';

export type SoundPicture = 'both' | 'wave' | 'spectrogram';

const MARKED_HZ = [500, 2000, 8000];

/** What is seen of one sound, drawn on a canvas of its own. */
export function SoundLane({
  mediaId,
  services,
  durationS,
  seen,
  picture,
  scale,
  waveform,
  name,
}: {
  readonly mediaId: string;
  readonly services: MediaServices;
  readonly durationS: number;
  /** In the sound's own time; may reach beyond its ends. */
  readonly seen: TimeRange;
  readonly picture: SoundPicture;
  readonly scale: SpectrogramScale;
  /** Of the whole sound, when it is here. */
  readonly waveform: Waveform | undefined;
  readonly name: string;
}) {
  const lane = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = useSize(lane);
  const colors = useThemeColors(lane, ['--raise', '--tone', '--text']);
  const tiles = useTiles(mediaId, services, tilesFor(seen, durationS), scale);
  const palette = useMemo(
    () => shades({ ground: colors['--raise'], tone: colors['--tone'], strong: colors['--text'] }),
    [colors],
  );
  const painted = useMemo(() => tilePainter(palette), [palette]);
  const { fromS, toS } = seen;
  const { loaded } = tiles;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !canvas.current || width === 0 || toS <= fromS) return;
    const ratio = window.devicePixelRatio;
    canvas.current.width = Math.round(width * ratio);
    canvas.current.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    const waveHeight = { both: Math.round(height * 0.34), wave: height, spectrogram: 0 }[picture];
    if (picture !== 'wave') {
      const perS = width / (toS - fromS);
      for (const { picture: levels } of loaded) {
        const x = (levels.fromMs / 1000 - fromS) * perS;
        const wide = ((levels.toMs - levels.fromMs) / 1000) * perS;
        if (x > width || x + wide < 0) continue;
        context.drawImage(painted(levels), x, waveHeight, wide, height - waveHeight);
      }
    }
    if (waveHeight > 0) {
      context.fillStyle = colors['--tone'];
      const loudness = loudnessOf(loaded, waveform, toS - fromS);
      // quiet sounds are drawn larger, but silence stays a line
      const peaks = waveform?.peaks ?? loaded[0]?.picture.peaks ?? [];
      const most = Math.max(0.05, ...peaks);
      drawWave(context, { y: 0, width, height: waveHeight }, { fromS, toS }, loudness, most);
    }
  }, [width, height, fromS, toS, picture, colors, loaded, painted, waveform]);

  const first = loaded[0]?.picture;
  const coverage = loaded.at(-1)?.picture.coverage ?? 1;
  const coarse = picture === 'wave' ? coarseness(waveform) : undefined;
  return (
    <div ref={lane} className={styles.lane} data-picture={picture} data-loading={tiles.isLoading}>
      <canvas ref={canvas} className={styles.canvas} role="img" aria-label={`Sound of ${name}`} />
      {picture !== 'wave' && first !== undefined && (
        <div className={styles.scale} aria-hidden="true">
          {MARKED_HZ.filter((hertz) => hertz < first.highHz * 0.92).map((hertz) => (
            <span key={hertz} style={{ bottom: `${heightOf(scale, hertz, first.highHz) * 100}%` }}>
              {hertz >= 1000 ? `${hertz / 1000}k` : hertz}
            </span>
          ))}
        </div>
      )}
      {tiles.failure !== undefined && (
        <span className={styles.note} title={tiles.failure}>
          {picture === 'wave' ? 'no waveform' : 'no spectrogram'}
        </span>
      )}
      {coverage < 0.999 && picture !== 'wave' && (
        <span
          className={styles.note}
          title={`Windows spread over the sound: ${(coverage * 100).toFixed(1)} % of it was looked at. Zoom in to see all of a part.`}
        >
          sampled
        </span>
      )}
      {coarse !== undefined && (
        <span className={styles.note} title={coarse}>
          coarse
        </span>
      )}
    </div>
  );
}
