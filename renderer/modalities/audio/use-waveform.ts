import type { Waveform } from '../../../shared/model/waveform.ts';
import type { MediaServices } from '../define.ts';
import { useLoaded, type Loaded } from '../parts/use-loaded.ts';

/**
 * A sound's waveform: of a long one first what a few places of it tell, then all of it. Where the rest
 * cannot be had the coarse one stays.
 */
export function useWaveform(
  services: MediaServices,
  mediaId: string,
  bins: number,
): Loaded<Waveform> {
  const quick = useLoaded(mediaId, (signal) =>
    services.peaks({ mediaId, bins, isQuick: true }, signal),
  );
  const isCoarse = quick.status === 'ready' && !quick.value.isComplete;
  const whole = useLoaded<Waveform | undefined>(isCoarse ? mediaId : '', (signal) =>
    isCoarse ? services.peaks({ mediaId, bins }, signal) : Promise.resolve(undefined),
  );
  if (!isCoarse || whole.status !== 'ready' || whole.value === undefined) return quick;
  return { status: 'ready', value: whole.value };
}

/** What to say beside a waveform that leaves something out; undefined for one that does not. */
export function coarseness(waveform: Waveform | undefined): string | undefined {
  if (waveform === undefined || waveform.isComplete) return undefined;
  const percent = (waveform.coverage * 100).toFixed(1);
  return `Drawn from places spread over the sound, ${percent} % of it. All of it is being read.`;
}
