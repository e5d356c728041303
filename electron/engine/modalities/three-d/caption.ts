import type { ChatPart } from '../../judges/define.ts';
import { unscored } from '../../media/decode/decoded.ts';
import type { Geometry } from '../../media/decode/geometry/geometry.ts';
import { decodeThreeD } from '../../media/decode/three-d.ts';
import { type CaptionPreparer, formatCount } from '../caption-input.ts';
import { boundsOf, renderViews } from './render/render-views.ts';

const SIDE_PX = 512;

/** Six pictures from all sides with the axes in them, and what can be counted and measured. */
export const prepareThreeDCaption: CaptionPreparer = async (source, limits) => {
  if (source.kind === 'inline') return unscored('unsupported', 'It is text and no file.');
  if (!limits.takes.image) return unscored('unsupported', 'The captioner takes no pictures.');
  const decoded = await decodeThreeD(source.path, { withPlyFaces: true });
  if (decoded.status === 'unscored') return decoded;
  const geometry = decoded.value;
  if (geometry.positions.length === 0) {
    return unscored('media-too-small', 'The file holds no vertex.');
  }
  const views = await renderViews(geometry, Math.min(SIDE_PX, limits.imageSidePx));
  const parts = views.flatMap(({ name, png }, index): ChatPart[] => [
    { type: 'text', text: `View ${index + 1} of ${views.length}, ${name}:` },
    { type: 'image', mimeType: 'image/png', bytes: png },
  ]);
  return { status: 'prepared', parts, facts: factsOf(geometry), notes: decoded.notes };
};

function factsOf(geometry: Geometry): Record<string, string> {
  const [x, y, z] = boundsOf(geometry).extents.map((extent) => Number(extent.toPrecision(4)));
  const isMesh = geometry.kind === 'mesh' && geometry.faces.length > 0;
  return {
    kind: isMesh ? 'triangle mesh' : 'point cloud',
    [isMesh ? 'vertices' : 'points']: formatCount(geometry.positions.length / 3),
    ...(isMesh && { faces: formatCount(geometry.faces.length / 3) }),
    extents: `x ${x}, y ${y}, z ${z}, in the file's own unit`,
    colours: geometry.colours === undefined ? 'not shown: the object is drawn in grey' : 'shown',
  };
}
