import { findFrameBackend, openVideo } from '../../media/frames/open-video.ts';
import { unscored } from '../../media/decode/decoded.ts';
import { defineQuality } from '../define.ts';
import { measureSignal } from './measure-signal.ts';
import { scoreSignal, VIDEO_SIGNAL_VERSION } from './signal-score.ts';

/** Our own score of a video's signal, for when there are no weights of DOVER. */
export const videoSignalQuality = defineQuality({
  modality: 'video',
  id: 'signal',
  version: VIDEO_SIGNAL_VERSION,
  title: 'Signal score (not DOVER)',
  source: 'ours; see the README of electron/engine/modalities/video',
  note:
    'Not the official score: DOVER was not run. It looks at blur, blocks, noise, exposure, freezes ' +
    'and the flow of frames, and knows nothing of what is shown.',
  async decode(path) {
    try {
      const opened = await openVideo(path, await findFrameBackend());
      return opened.status === 'decoded' ? await measureSignal(opened.value) : opened;
    } catch (error) {
      // the file went away or changed while it was read
      const message = error instanceof Error ? error.message : String(error);
      return unscored('media-broken', `The video cannot be read: ${message.split('\n')[0]}`);
    }
  },
  score: scoreSignal,
});
