import { decodeThreeD } from '../../media/decode/three-d.ts';
import { defineQuality } from '../define.ts';
import { scoreThreeD, THREE_D_QUALITY_VERSION } from './quality.ts';

export { threeDInspector } from './inspect/index.ts';

/** 3D quality as the official code computes it. */
export const threeDQuality = defineQuality({
  modality: 'threeD',
  id: 'unim',
  version: THREE_D_QUALITY_VERSION,
  title: 'NR3D-Q v3',
  source: 'gq-official.md, 3D; official generation-quality code of UniM',
  note:
    'Regularity of the mesh or cloud, not its likeness to anything: a smooth even sphere scores best, ' +
    'and a part of the mesh score for faulty edges is always granted in full.',
  decode: decodeThreeD,
  score: scoreThreeD,
});
