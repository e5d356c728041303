import { join } from 'node:path';
import { readCaptions } from '../media/captions.ts';
import { createDefectReader } from '../media/defects.ts';
import { readMediaFacts } from '../media/facts.ts';
import { createPeaksReader } from '../media/peaks.ts';
import { createSpectrogramReader } from '../media/spectrogram.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Facts, captions, waveforms, spectrograms and defects of files inside the opened folders. */
export function createMediaHandlers(workspace: Pick<Workspace, 'required'>): HandlersOf<'media'> {
  const reader = createPeaksReader();
  const defects = createDefectReader();
  const spectrograms = createSpectrogramReader();
  /** A file, and where answers about it are kept; nowhere in a project that can only be read. */
  const cached = (mediaId: string, name: string) => {
    const project = workspace.required();
    const { path } = project.media().resolve(mediaId);
    return { path, cacheDir: project.isReadOnly ? undefined : join(project.dir, 'cache', name) };
  };
  return {
    'media.facts': ({ mediaId }) =>
      readMediaFacts(workspace.required().media().resolve(mediaId).path),
    'media.captions': async ({ mediaId }) => {
      const registry = workspace.required().media();
      return { tracks: await readCaptions({ ...cached(mediaId, 'captions'), registry }) };
    },
    'media.defects': ({ mediaId }, signal) =>
      defects.read(workspace.required().media().resolve(mediaId).path, signal),
    'media.peaks': ({ mediaId, bins, isQuick }, signal) =>
      reader.read({ ...cached(mediaId, 'peaks'), bins, isQuick }, signal),
    'media.spectrogram': ({ mediaId, ...order }, signal) =>
      spectrograms.read({ ...cached(mediaId, 'spectrograms'), ...order }, signal),
  };
}
