import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import videojs from 'video.js';
import 'video.js/dist/video-js.css';
import { mediaErrorText, releaseMedia } from '../parts/media-error.ts';
import { noteStarted, registerPlayer } from '../parts/playback.ts';
import { frameDuration, neighbourTime } from './frame-clock.ts';

const KEPT_TIMES = 60;

/** A video.js player inside `frame`, without its skin; disposed with the view. */
export function useVideoPlayer(
  frame: RefObject<HTMLDivElement | null>,
  url: string,
  type: string | undefined,
) {
  const video = useRef<HTMLVideoElement>(undefined);
  const shown = useRef({ at: 0, times: [] as number[] });
  const [position, setPosition] = useState(0);
  const [duration, setDuration] = useState<number>();
  const [isPlaying, setPlaying] = useState(false);
  const [error, setError] = useState<string>();

  useEffect(() => {
    if (frame.current === null) return;
    // video.js takes the element over and removes it, so React must not own it
    const element = document.createElement('video');
    element.className = 'video-js';
    element.playsInline = true;
    frame.current.prepend(element);
    const player = videojs(element, {
      controls: false,
      // none of its skin: the toolbar is ours, and its hidden elements would be hundreds
      children: ['mediaLoader'],
      preload: 'metadata',
      fill: true,
      sources: [{ src: url, ...(type?.startsWith('video/') && { type }) }],
    });
    video.current = element;
    const remembered = shown.current;
    let handle = element.requestVideoFrameCallback(function onFrame(_, { mediaTime }) {
      remembered.at = mediaTime;
      remembered.times.push(mediaTime);
      if (remembered.times.length > KEPT_TIMES) remembered.times.shift();
      if (element.paused) setPosition(mediaTime);
      handle = element.requestVideoFrameCallback(onFrame);
    });
    const control = {
      element: frame.current,
      isPlaying: () => !element.paused,
      play: () => void element.play().catch(() => undefined), // told by the error event
      pause: () => element.pause(),
    };
    const unregister = registerPlayer(control);
    player.on('timeupdate', () => setPosition(element.currentTime));
    player.on('durationchange', () => {
      if (Number.isFinite(element.duration)) setDuration(element.duration);
    });
    player.on('play', () => {
      noteStarted(control);
      setPlaying(true);
    });
    player.on('pause', () => setPlaying(false));
    player.on('error', () => setError(mediaErrorText(element.error ?? player.error() ?? null)));
    return () => {
      element.cancelVideoFrameCallback(handle);
      unregister();
      video.current = undefined;
      player.dispose();
      releaseMedia(element);
    };
  }, [frame, url, type]);

  const toggle = useCallback(() => {
    const element = video.current;
    if (element === undefined) return;
    if (element.paused)
      void element.play().catch(() => undefined); // told by the error event
    else element.pause();
  }, []);
  const seek = useCallback((to: number) => {
    const element = video.current;
    if (element === undefined) return;
    element.currentTime = Math.min(Math.max(0, to), element.duration || 0);
    setPosition(element.currentTime);
  }, []);
  const step = useCallback((direction: 1 | -1) => {
    const element = video.current;
    if (element === undefined) return;
    element.pause();
    const { at, times } = shown.current;
    const sorted = [...new Set(times)].sort((a, b) => a - b);
    element.currentTime = neighbourTime(at, direction, frameDuration(sorted), element.duration);
  }, []);
  const setRate = useCallback((rate: number) => {
    if (video.current !== undefined) video.current.playbackRate = rate;
  }, []);
  const setLoop = useCallback((isLooped: boolean) => {
    if (video.current !== undefined) video.current.loop = isLooped;
  }, []);
  const setSilent = useCallback((isMuted: boolean) => {
    if (video.current !== undefined) video.current.muted = isMuted;
  }, []);
  return {
    position,
    duration,
    isPlaying,
    error,
    toggle,
    seek,
    step,
    setRate,
    setLoop,
    setSilent,
  };
}
