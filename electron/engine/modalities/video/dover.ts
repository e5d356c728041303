import { type Decoded, unscored } from '../../media/decode/decoded.ts';
import { findFrameBackend, openVideo } from '../../media/frames/open-video.ts';
import { defineQuality, type FileQuality, type QualityOutcome, scoredOf } from '../define.ts';
import { decodeViews } from './dover-decode.ts';
import { type DoverModel, type DoverOutputs, loadDover } from './dover-model.ts';

export const DOVER_VERSION = 1;

/** DOVER with a file of weights; one network is kept for all files until it is closed. */
export interface DoverQuality extends FileQuality {
  readonly close: () => Promise<void>;
}

/**
 * The official score of video, for when the settings name a file of weights.
 *
 * @param weightsPath  an ONNX file with the signature of DOVER's own export
 */
export function createDoverQuality(weightsPath: string): DoverQuality {
  let loading: ReturnType<typeof loadDover> | undefined;
  const quality = defineQuality({
    modality: 'video',
    id: 'dover',
    version: DOVER_VERSION,
    title: 'DOVER',
    source: 'Wu et al., DOVER (ICCV 2023); fusion as in metrics.md',
    note:
      'Technical and aesthetic branch, fused. The official code draws frames and fragments at ' +
      'random; here they are the middle of what it draws from.',
    decode: async (path: string) => {
      loading ??= loadDover(weightsPath);
      const model = await loading;
      if ('status' in model) {
        loading = undefined; // the file may be there next time
        return model;
      }
      return runOn(path, model);
    },
    score: scoreDover,
  });
  return {
    ...quality,
    async close() {
      const model = await loading;
      loading = undefined;
      if (model !== undefined && !('status' in model)) await model.close();
    },
  };
}

async function runOn(path: string, model: DoverModel): Promise<Decoded<DoverOutputs>> {
  try {
    const opened = await openVideo(path, await findFrameBackend());
    if (opened.status !== 'decoded') return opened;
    const views = await decodeViews(opened.value, model.clips);
    if (views.status !== 'decoded') return views;
    const value = await model.run(views.value.aesthetic, views.value.technical);
    const { clips, weightsSha256 } = model;
    const sampling = `${clips} clips of 32 frames in 49 fragments, and 32 frames at 224 × 224.`;
    const notes = [sampling, `Weights ${weightsSha256.slice(0, 16)}.`, ...views.notes];
    return { status: 'decoded', value, notes };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unscored('media-broken', `DOVER did not run on it: ${message.split('\n')[0]}`);
  }
}

const TECHNICAL = { mean: 0.1107, scale: 0.07355, weight: 0.6104 }; // metrics.md, video
const AESTHETIC = { mean: -0.08285, scale: 0.03774, weight: 0.3896 };

/**
 * Fuses the two branches: x = (t − 0.1107)/0.07355·0.6104 + (a + 0.08285)/0.03774·0.3896, score
 * 100/(1 + e^−x).
 *
 * @source metrics.md; evaluate_one_video.py of DOVER
 */
export function scoreDover(
  { technical, aesthetic }: DoverOutputs,
  notes: readonly string[] = [],
): QualityOutcome {
  if (!Number.isFinite(technical) || !Number.isFinite(aesthetic)) {
    return unscored('unsupported', 'The network of DOVER gave no number for this video.');
  }
  const part = (value: number, { mean, scale, weight }: typeof TECHNICAL) =>
    ((value - mean) / scale) * weight;
  const x = part(technical, TECHNICAL) + part(aesthetic, AESTHETIC);
  const range = [-1e6, 1e6] as const;
  return scoredOf({
    profile: 'dover',
    version: DOVER_VERSION,
    score: 100 / (1 + Math.exp(-x)),
    components: {
      technical: { value: technical, unit: '', range, weight: TECHNICAL.weight },
      aesthetic: { value: aesthetic, unit: '', range, weight: AESTHETIC.weight },
      fused: { value: x, unit: '', range, note: 'Brought to 0..100 by the logistic function.' },
    },
    notes,
  });
}
