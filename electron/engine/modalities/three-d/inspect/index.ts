import { decodeThreeD } from '../../../media/decode/three-d.ts';
import type { FileInspector } from '../../define-inspection.ts';
import { inspectGeometry, THREE_D_INSPECTION_VERSION } from './inspect-geometry.ts';

/** Counts, extents and defects of meshes and point clouds; a PLY with faces is looked at as a mesh. */
export const threeDInspector: FileInspector = {
  modality: 'threeD',
  id: 'three-d',
  version: THREE_D_INSPECTION_VERSION,
  title: 'Defects of the surface',
  source: 'edges, winding and neighbours, counted exactly',
  note: 'Says how sound a surface is, not how good it looks. The official score grants some of it unseen.',
  async inspectFile(path) {
    const decoded = await decodeThreeD(path, { withPlyFaces: true });
    if (decoded.status !== 'decoded') return decoded;
    return inspectGeometry(decoded.value, decoded.notes);
  },
};
