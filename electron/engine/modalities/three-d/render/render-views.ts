// Pictures of an object for a captioner that sees pictures only. By a rasteriser of our own: a worker
// has no graphics card, and the same file has to give the same bytes on every computer.
import sharp from 'sharp';
import type { Geometry } from '../../../media/decode/geometry/geometry.ts';
import { type Camera, createCamera, type Vector, type View } from './camera.ts';
import { axesSvg } from './draw-axes.ts';
import { drawCloud } from './draw-cloud.ts';
import { drawMesh } from './draw-mesh.ts';
import { createRaster, type Raster } from './raster.ts';
import { vertexNormals } from './vertex-normals.ts';

/**
 * Files do not say which way is up: both usual ways are shown, obliquely and along the axes. The top of
 * an object whose Y is up is seen from +Y, of one whose Z is up from +Z.
 */
export const VIEWS: readonly View[] = [
  { name: 'obliquely from +X +Y +Z, Y points up', from: [0.8, 0.6, 1], up: [0, 1, 0] },
  { name: 'obliquely from −X −Y +Z, Z points up', from: [-0.8, -1, 0.6], up: [0, 0, 1] },
  { name: 'from +Z, Y points up', from: [0, 0, 1], up: [0, 1, 0] },
  { name: 'from −Z, Y points up', from: [0, 0, -1], up: [0, 1, 0] },
  { name: 'from +X, Y points up', from: [1, 0, 0], up: [0, 1, 0] },
  { name: 'from +Y, Z points up', from: [0, 1, 0], up: [0, 0, 1] },
];

/** Drawn larger and brought down, so that edges are smooth. */
const OVERSAMPLING = 2;

/** One picture, as PNG. */
export interface RenderedView {
  readonly name: string;
  readonly png: Buffer;
}

/** The ball that holds all of an object: where it is and how large. */
export interface Bounds {
  readonly centre: Vector;
  readonly radius: number;
  /** Along x, y and z. */
  readonly extents: Vector;
}

/** Draws an object from all sides, with its axes. */
export async function renderViews(geometry: Geometry, sidePx: number): Promise<RenderedView[]> {
  const bounds = boundsOf(geometry);
  const draw = createDrawing(geometry);
  const rendered: RenderedView[] = [];
  for (const view of VIEWS) {
    const raster = createRaster(sidePx * OVERSAMPLING);
    const camera = createCamera(view, bounds.centre, bounds.radius, raster.sidePx);
    draw(raster, camera);
    rendered.push({ name: view.name, png: await toPng(raster, camera, sidePx) });
  }
  return rendered;
}

type Drawing = (raster: Raster, camera: Camera) => void;

/** What draws an object; a mesh without faces is a cloud. */
export function createDrawing(geometry: Geometry): Drawing {
  if (geometry.kind === 'cloud' || geometry.faces.length === 0) {
    return (raster, camera) => drawCloud(raster, geometry, camera);
  }
  const { positions, faces, colours } = geometry;
  const surface = { positions, faces, normals: vertexNormals(positions, faces), colours };
  return (raster, camera) => drawMesh(raster, surface, camera);
}

/** Of what is drawn: vertices that no face has do not count. */
export function boundsOf(geometry: Geometry): Bounds {
  const { positions } = geometry;
  const isMesh = geometry.kind === 'mesh' && geometry.faces.length > 0;
  const count = isMesh ? geometry.faces.length : positions.length / 3;
  const vertexAt = (i: number) => (isMesh ? geometry.faces[i]! : i) * 3;
  const low = [Infinity, Infinity, Infinity] as [number, number, number];
  const high = [-Infinity, -Infinity, -Infinity] as [number, number, number];
  for (let i = 0; i < count; i++) {
    const at = vertexAt(i);
    for (let k = 0; k < 3; k++) {
      const value = positions[at + k]!;
      if (value < low[k]!) low[k] = value;
      if (value > high[k]!) high[k] = value;
    }
  }
  if (count === 0) return { centre: [0, 0, 0], radius: 1, extents: [0, 0, 0] };
  const centre: Vector = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
  const extents: Vector = [high[0] - low[0], high[1] - low[1], high[2] - low[2]];
  let farthest = 0;
  for (let i = 0; i < count; i++) {
    const at = vertexAt(i);
    const x = positions[at]! - centre[0];
    const y = positions[at + 1]! - centre[1];
    const z = positions[at + 2]! - centre[2];
    farthest = Math.max(farthest, x * x + y * y + z * z);
  }
  // a single point has no size
  return { centre, radius: Math.sqrt(farthest) || 1, extents };
}

function toPng({ sidePx, colour }: Raster, camera: Camera, outPx: number): Promise<Buffer> {
  const data = new Uint8Array(colour.buffer, colour.byteOffset, colour.byteLength);
  return sharp(data, { raw: { width: sidePx, height: sidePx, channels: 3 } })
    .resize(outPx, outPx)
    .composite([{ input: Buffer.from(axesSvg(camera, outPx)) }])
    .removeAlpha()
    .png({ compressionLevel: 7 })
    .toBuffer();
}
