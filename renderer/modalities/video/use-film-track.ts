import { useCallback, useEffect, useRef, type RefObject } from 'react';
import videojs from 'video.js';
import 'video.js/dist/video-js.css';
import { disposeBehindPaint } from '../parts/dispose-behind-paint.ts';
import { releaseMedia } from '../parts/media-error.ts';
import type { Transport } from '../parts/transport/transport.ts';
import { watchFrames, type FilmFrames } from './film-frames.ts';
import { stepFrame } from './frame-step.ts';

/** Says what is known of a film, for its player. */
export interface FilmSource {
  readonly id: string;
  readonly url: string;
  readonly type: string | undefined;
  readonly durationS: number | undefined;
}

/**
 * A video.js player inside `frame`, without its skin, in the transport; disposed with the view.
 *
 * @param onSize  its picture's size once known; 0 where there is only sound
 * @returns a function that gives its frames
 */
export function useFilmTrack(
  transport: Transport,
  frame: RefObject<HTMLElement | null>,
  { id, url, type, durationS }: FilmSource,
  onSize?: (widthPx: number, heightPx: number) => void,
): () => FilmFrames | undefined {
  const frames = useRef<FilmFrames>(undefined);
  const told = useRef(onSize);
  useEffect(() => {
    told.current = onSize;
  });
  useEffect(() => {
    const host = frame.current;
    if (host === null) return;
    // video.js takes the element over and removes it, so React must not own it
    const element = document.createElement('video');
    element.className = 'video-js';
    element.playsInline = true;
    element.crossOrigin = 'anonymous'; // the desktop serves media from an origin of its own
    host.prepend(element);
    const player = videojs(element, {
      controls: false,
      // none of its skin: the toolbar is ours, and its hidden elements would be hundreds
      children: ['mediaLoader'],
      preload: 'metadata',
      fill: true,
      sources: [{ src: url, type: playableType(type) }],
    });
    const onMetadata = () => told.current?.(element.videoWidth, element.videoHeight);
    element.addEventListener('loadedmetadata', onMetadata);
    frames.current = watchFrames(element);
    const remove = transport.add({ id, element, durationS });
    return () => {
      remove();
      element.removeEventListener('loadedmetadata', onMetadata);
      frames.current?.stop();
      frames.current = undefined;
      disposeBehindPaint(host, () => {
        player.dispose();
        releaseMedia(element);
      });
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a duration learned later changes nothing
  }, [transport, frame, id, url, type]);
  return useCallback(() => frames.current, []);
}

/**
 * What video.js is told a file is. It refuses what the browser does not name, such as QuickTime or an MP4
 * with sound only, which the browser, looking at the bytes, then plays all the same.
 */
const playableType = (type: string | undefined): string =>
  type === 'video/webm' || type === 'video/ogg' ? type : 'video/mp4';

const stepping = new WeakMap<Transport, Promise<void>>();

/**
 * Steps a film by a frame and puts the group where that frame is; one step after another, however fast
 * the key is pressed.
 */
export function stepFilm(
  transport: Transport,
  id: string,
  frames: FilmFrames | undefined,
  direction: 1 | -1,
): Promise<void> {
  const before = stepping.get(transport) ?? Promise.resolve();
  const step = before.then(async () => {
    if (frames === undefined) return;
    transport.pause();
    const begin = await stepFrame(frames, await frames.shownS(), direction, frames.frameS());
    const startS = transport.state().tracks[id]?.startS ?? 0;
    // a little inside of it, so that no rounding shows its neighbour
    transport.seek(startS + begin + Math.min(0.005, (frames.frameS() ?? 0.01) / 2));
  });
  stepping.set(transport, step);
  return step;
}
