import { COUNTED_MODALITIES } from './modality.ts';
import type { ModelManifest } from './settings.ts';

const CODE = 'Code stands as text in UniM, so a model that takes text takes it.';
const TAU = 'The supporting rates in the UniM paper do not follow from it.';

/**
 * What the systems of the paper's leaderboard take, by their own papers. Offered, never applied by
 * themselves: a model of the same name in a project may be another version.
 *
 * @source arXiv:2603.05075 names the systems; their papers say what each takes
 */
export const SHIPPED_MANIFESTS: readonly ModelManifest[] = [
  {
    model: 'UniMA',
    inputs: [...COUNTED_MODALITIES],
    source: 'arXiv:2603.05075: every input is put into words before it is reasoned about.',
  },
  {
    model: 'MIO',
    inputs: ['image', 'audio', 'video', 'code'],
    source: `arXiv:2409.17692: text, image, speech, video. ${CODE} ${TAU}`,
  },
  {
    model: 'AnyGPT',
    inputs: ['image', 'audio', 'code'],
    source: `arXiv:2402.12226: text, image, speech, music. ${CODE} ${TAU}`,
  },
  {
    model: 'NExT-GPT',
    inputs: ['image', 'audio', 'video', 'code'],
    source: `arXiv:2309.05519: text, image, video, audio. ${CODE} ${TAU}`,
  },
];
