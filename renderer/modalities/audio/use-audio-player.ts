import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import WaveSurfer from 'wavesurfer.js';
import type { Waveform } from '../define.ts';
import { mediaErrorText, releaseMedia } from '../parts/media-error.ts';
import { noteStarted, registerPlayer, type Player } from '../parts/playback.ts';
import { useThemeColors } from '../parts/use-theme-colors.ts';

interface Options {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly url: string;
  readonly waveform: Waveform | undefined;
  /** True when the waveform is here, or will not come. */
  readonly isWaveformSettled: boolean;
  readonly durationMs: number | undefined;
  readonly speed: number;
}

/** A media element and, where there is one, its waveform; both go with the view. */
export function useAudioPlayer(options: Options) {
  const { container, url, waveform, isWaveformSettled, durationMs, speed } = options;
  const media = useRef<HTMLAudioElement>(undefined);
  const wave = useRef<WaveSurfer>(undefined);
  const [position, setPosition] = useState(0);
  const [measured, setMeasured] = useState<number>();
  const [isPlaying, setPlaying] = useState(false);
  const [error, setError] = useState<string>();
  const colors = useThemeColors(container, ['--tone', '--line-strong', '--text']);
  const hasStarted = position > 0;
  const duration = measured ?? (durationMs ?? 0) / 1000;

  useEffect(() => {
    const element = new Audio();
    // the engine has said how long it is; without it the element must find out
    element.preload = durationMs === undefined ? 'metadata' : 'none';
    element.src = url;
    media.current = element;
    const player: Player = {
      element: container.current ?? element,
      isPlaying: () => !element.paused,
      play: () => void element.play().catch(() => undefined), // told by the error event
      pause: () => element.pause(),
    };
    const unregister = registerPlayer(player);
    const events: Readonly<Record<string, () => void>> = {
      timeupdate: () => setPosition(element.currentTime),
      seeking: () => setPosition(element.currentTime),
      durationchange: () => {
        if (Number.isFinite(element.duration)) setMeasured(element.duration);
      },
      play: () => {
        noteStarted(player);
        setPlaying(true);
      },
      pause: () => setPlaying(false),
      error: () => setError(mediaErrorText(element.error)),
    };
    for (const [name, handler] of Object.entries(events)) element.addEventListener(name, handler);
    return () => {
      for (const [name, handler] of Object.entries(events)) {
        element.removeEventListener(name, handler);
      }
      unregister();
      releaseMedia(element);
      media.current = undefined;
    };
  }, [container, url, durationMs]);

  const hasColors = colors['--tone'] !== '';
  useEffect(() => {
    if (!isWaveformSettled || waveform === undefined || !hasColors) return;
    if (container.current === null || media.current === undefined) return;
    const surfer = WaveSurfer.create({
      container: container.current,
      media: media.current,
      peaks: [waveform.peaks],
      duration: waveform.durationMs / 1000,
      height: 'auto',
      // quiet sounds are drawn larger, but silence stays a line
      maxPeak: Math.max(0.05, ...waveform.peaks),
      barWidth: 2,
      barGap: 1,
      barRadius: 1,
      barMinHeight: 1,
      cursorWidth: 1,
      hideScrollbar: true,
      dragToSeek: true,
    });
    wave.current = surfer;
    return () => {
      wave.current = undefined;
      surfer.destroy();
    };
  }, [container, waveform, isWaveformSettled, hasColors, url, durationMs]);

  useEffect(() => {
    wave.current?.setOptions({
      waveColor: mix(colors['--tone'], 0.55),
      progressColor: colors['--tone'],
      // at the very beginning it would only be a bar beside the waveform
      cursorColor: hasStarted ? colors['--text'] : 'transparent',
    });
  }, [colors, waveform, hasColors, isWaveformSettled, hasStarted]);

  useEffect(() => {
    if (media.current !== undefined) media.current.playbackRate = speed;
  }, [speed, url]);

  const toggle = useCallback(() => {
    const element = media.current;
    if (element === undefined) return;
    if (element.paused)
      void element.play().catch(() => undefined); // told by the error event
    else element.pause();
  }, []);
  const seek = useCallback(
    (to: number) => {
      const element = media.current;
      if (element === undefined) return;
      element.currentTime = Math.min(Math.max(0, to), duration);
      setPosition(element.currentTime);
    },
    [duration],
  );
  return { position, duration, isPlaying, error, toggle, seek };
}

/** A colour with less weight, for what has not been played yet. */
function mix(color: string, weight: number): string {
  return `color-mix(in srgb, ${color} ${weight * 100}%, transparent)`;
}
