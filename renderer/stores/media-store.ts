// What viewers may ask for, over the API. Facts of a file are asked for once and kept until the data
// change; waveforms, spectrograms and defects are kept for the last few files, so that stepping back shows
// them at once.
import type { Item } from '../../shared/model/content.ts';
import type { ModelDefects } from '../../shared/model/defects.ts';
import type { MediaFacts } from '../../shared/model/media.ts';
import type { Spectrogram, SpectrogramRequest } from '../../shared/model/spectrogram.ts';
import { api } from '../api/index.ts';
import type { Waveform, WaveformRequest } from '../../shared/model/waveform.ts';
import type { MediaServices } from '../modalities/define.ts';
import { latest } from './async-data.ts';
import { useHostStore } from './host-store.ts';

const KEPT_WAVEFORMS = 64;
const KEPT_SPECTROGRAMS = 48; // some 100 KB each
const KEPT_DEFECTS = 4; // some megabytes each
const facts = new Map<string, Promise<MediaFacts>>();
const knownFacts = new Map<string, MediaFacts>();
const waveforms = new Map<string, Waveform>();
const spectrograms = new Map<string, Spectrogram>();
const defects = new Map<string, ModelDefects>();

function loadFacts(mediaId: string): Promise<MediaFacts> {
  const kept = facts.get(mediaId);
  if (kept !== undefined) return kept;
  const asked = api.call('media.facts', { mediaId });
  facts.set(mediaId, asked);
  asked.then(
    (known) => {
      if (facts.get(mediaId) === asked) knownFacts.set(mediaId, known);
    },
    () => facts.delete(mediaId), // who asked is told; the next one asks again
  );
  return asked;
}

async function loadWaveform(request: WaveformRequest, signal?: AbortSignal) {
  const key = `${request.mediaId}:${request.bins}`;
  const load = () => api.call('media.peaks', request, signal);
  const waveform = await loadKept(waveforms, key, KEPT_WAVEFORMS, load);
  if (!waveform.isComplete) waveforms.delete(key); // the next one asks for all of it
  return waveform;
}

async function loadSpectrogram(request: SpectrogramRequest, signal?: AbortSignal) {
  return loadKept(spectrograms, JSON.stringify(request), KEPT_SPECTROGRAMS, () =>
    api.call('media.spectrogram', request, signal),
  );
}

async function loadDefects(mediaId: string, signal?: AbortSignal) {
  return loadKept(defects, mediaId, KEPT_DEFECTS, () =>
    api.call('media.defects', { mediaId }, signal),
  );
}

/** Keeps what was used last. */
async function loadKept<T>(
  kept: Map<string, T>,
  key: string,
  most: number,
  load: () => Promise<T>,
): Promise<T> {
  const value = kept.get(key) ?? (await load());
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return value;
}

/**
 * Asks for the facts of items that will be shown soon, so that their cards take their final size at
 * once. A failure is told when the card itself asks.
 */
export function prefetchFacts(items: readonly Item[]): void {
  for (const { media } of items) {
    if (media.kind === 'file') loadFacts(media.ref.id).catch(() => undefined);
  }
}

const can = (what: 'revealFile' | 'openExternally') =>
  latest(useHostStore.getState().host)?.capabilities[what] === true;

/** The services of the open project; one object for the life of the page. */
export const mediaServices: MediaServices = {
  url: (mediaId) => api.mediaUrl(mediaId),
  facts: loadFacts,
  knownFacts: (mediaId) => knownFacts.get(mediaId),
  peaks: loadWaveform,
  spectrogram: loadSpectrogram,
  captions: async (mediaId, signal) =>
    (await api.call('media.captions', { mediaId }, signal)).tracks,
  defects: loadDefects,
  get reveal() {
    if (!can('revealFile')) return undefined;
    return (mediaId: string) => void api.call('files.reveal', { mediaId });
  },
  get openExternally() {
    if (!can('openExternally')) return undefined;
    return (mediaId: string) => void api.call('files.openExternally', { mediaId });
  },
};

function forget(): void {
  facts.clear();
  knownFacts.clear();
  waveforms.clear();
  spectrograms.clear();
  defects.clear();
}
api.on('data.changed', forget);
api.on('project.changed', forget);
