import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import { releaseMedia } from '../media-error.ts';
import { noteStarted, registerPlayer } from '../playback.ts';
import type { TransportState } from './state.ts';
import { Transport } from './transport.ts';

/** A transport for the life of a view; one player among those of the page. */
export function useTransport(host: RefObject<HTMLElement | null>): Transport {
  const [transport] = useState(() => new Transport());
  useEffect(() => {
    const { play, pause } = transport;
    if (host.current === null) return;
    const isPlaying = () => transport.state().isPlaying;
    const player = { element: host.current, isPlaying, play, pause };
    const unregister = registerPlayer(player);
    const unhear = transport.onPlay(() => noteStarted(player));
    return () => {
      unhear();
      unregister();
      pause();
    };
  }, [transport, host]);
  return transport;
}

/** What the transport says, drawn again when it changes: about ten times a second while playing. */
export function useTransportState(transport: Transport): TransportState {
  return useSyncExternalStore(transport.subscribe, transport.state);
}

/** A sound without a picture in the transport; its file is given back with the view. */
export function useSoundTrack(
  transport: Transport,
  { id, url, durationS }: { id: string; url: string; durationS: number | undefined },
): void {
  useEffect(() => {
    const element = new Audio();
    // the engine has said how long it is; without it the element must find out
    const isKnown = durationS !== undefined;
    element.preload = isKnown ? 'none' : 'metadata';
    if (!isKnown) element.src = url;
    const remove = transport.add({ id, element, url: isKnown ? url : undefined, durationS });
    return () => {
      remove();
      releaseMedia(element);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a duration learned later changes nothing
  }, [transport, id, url]);
}
