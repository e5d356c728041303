import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  type Group,
  LoadingManager,
  Mesh,
  MeshStandardMaterial,
  type Object3D,
  Points,
  PointsMaterial,
} from 'three';
import type { MediaRef } from '../../../shared/model/media.ts';
import { decodeText, fetchBytes } from '../parts/fetch-bytes.ts';
import { isCloud, sizePoints, thinClouds } from './clouds.ts';
import { disposeObject } from './measure.ts';
import { parseOff } from './parse-off.ts';
import { leaveOutBadVertices } from './repair.ts';
import { findSibling, isInside } from './sibling-urls.ts';
import { thinPly } from './thin-points.ts';

/** What a model is loaded from. */
export interface ModelSource {
  readonly ref: MediaRef;
  readonly siblings: readonly MediaRef[];
  readonly url: (mediaId: string) => string;
  /** Type by signature, which goes before the extension. */
  readonly detectedType: string | undefined;
  readonly sizeBytes?: number | undefined;
}

/** A model, and what is to be said of how it is shown. */
export interface LoadedModel {
  readonly object: Object3D;
  readonly notes: readonly string[];
}

/** More is not read into the page. */
const MOST_BYTES = 800_000_000;

const count = new Intl.NumberFormat('en-US');
const ANSWER_NOTHING = 'data:application/octet-stream;base64,';

/**
 * Loads a model with what belongs to it; everything is in three.js objects that `disposeObject` frees.
 * What cannot be drawn is left out, and said.
 *
 * @param onChange  called when a texture has come, so that the picture is drawn again
 * @throws Error with a sentence
 */
export async function loadModel(
  source: ModelSource,
  signal: AbortSignal,
  onChange: () => void,
): Promise<LoadedModel> {
  const object = await parseModel(source, signal, onChange);
  try {
    const notes = [...thinClouds(object), leaveOutBadVertices(object)];
    if (isCloud(object) && ['off', 'obj'].includes(formatOf(source))) {
      notes.push('It has no faces: its vertices are shown.');
    }
    sizePoints(object);
    return { object, notes: notes.filter((note) => note !== undefined) };
  } catch (error) {
    disposeObject(object);
    throw error;
  }
}

async function parseModel(
  source: ModelSource,
  signal: AbortSignal,
  onChange: () => void,
): Promise<Object3D> {
  const { sizeBytes = 0 } = source;
  if (sizeBytes > MOST_BYTES) {
    throw new Error(`It is ${count.format(sizeBytes)} bytes large: too much for a page.`);
  }
  const { bytes } = await fetchBytes(source.url(source.ref.id), signal);
  const manager = new LoadingManager();
  manager.onProgress = onChange;
  manager.setURLModifier((asked) => {
    if (isInside(asked)) return asked;
    const sibling = findSibling(asked, source.siblings);
    return sibling === undefined ? ANSWER_NOTHING : source.url(sibling.id);
  });
  const format = formatOf(source);
  switch (format) {
    case 'ply': {
      const { PLYLoader } = await import('three/addons/loaders/PLYLoader.js');
      const thin = thinPly(bytes);
      const geometry = toSingles(new PLYLoader().parse(thin?.bytes ?? bytes));
      if (thin !== undefined) geometry.userData['vertices'] = thin.total;
      return fromGeometry(geometry);
    }
    case 'stl': {
      const { STLLoader } = await import('three/addons/loaders/STLLoader.js');
      const geometry = new STLLoader().parse(bytes);
      // its face normals are often wrong; drawn flat, the triangles speak for themselves
      geometry.deleteAttribute('normal');
      if (geometry.getAttribute('position').count === 0) throw new Error('It holds no faces.');
      return new Mesh(geometry, meshMaterial(geometry));
    }
    case 'off':
      return fromGeometry(offGeometry(decodeText(bytes)));
    case 'obj':
      return loadObj(decodeText(bytes), source, manager, signal);
    case 'gltf': {
      const { GLTFLoader } = await import('three/addons/loaders/GLTFLoader.js');
      const { scene } = await new GLTFLoader(manager).parseAsync(bytes, '');
      return scene;
    }
    default:
      throw new Error(`There is no loader for “.${source.ref.extension}” files.`);
  }
}

function formatOf({ ref, detectedType }: ModelSource) {
  const byType: Readonly<Record<string, string>> = {
    'model/ply': 'ply',
    'model/off': 'off',
    'model/stl': 'stl',
    'model/gltf-binary': 'gltf',
  };
  const known = byType[detectedType ?? ''] ?? ref.extension;
  return known === 'glb' ? 'gltf' : known;
}

async function loadObj(
  text: string,
  source: ModelSource,
  manager: LoadingManager,
  signal: AbortSignal,
): Promise<Object3D> {
  const { OBJLoader } = await import('three/addons/loaders/OBJLoader.js');
  const loader = new OBJLoader(manager);
  const named = /^\s*mtllib\s+(.+?)\s*$/m.exec(text)?.[1];
  const library =
    (named === undefined ? undefined : findSibling(named, source.siblings)) ??
    source.siblings.find((sibling) => sibling.extension === 'mtl');
  if (library !== undefined) {
    const { MTLLoader } = await import('three/addons/loaders/MTLLoader.js');
    const { bytes } = await fetchBytes(source.url(library.id), signal);
    const materials = new MTLLoader(manager).parse(decodeText(bytes), '');
    materials.preload();
    loader.setMaterials(materials);
  }
  const group = loader.parse(text);
  if (library === undefined) recolor(group);
  // the loader splits every face; the file's own counts are what people know
  const countOf = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  group.userData = { vertices: countOf(/^\s*v\s/gm), faces: countOf(/^\s*f\s/gm) };
  return group;
}

function recolor(group: Group): void {
  group.traverse((node) => {
    if (node instanceof Points && node.material instanceof PointsMaterial) tinted(node.material);
    if (!(node instanceof Mesh)) return;
    const mesh = node as Mesh<BufferGeometry>;
    for (const material of [mesh.material].flat()) material.dispose();
    mesh.material = meshMaterial(mesh.geometry);
  });
}

function offGeometry(text: string): BufferGeometry {
  const mesh = parseOff(text);
  const geometry = new BufferGeometry();
  geometry.userData = { vertices: mesh.vertices, faces: mesh.faces };
  geometry.setAttribute('position', new BufferAttribute(mesh.positions, 3));
  if (mesh.vertexColors !== undefined) {
    geometry.setAttribute('color', new BufferAttribute(mesh.vertexColors, 3));
  }
  if (mesh.triangles.length === 0) return geometry;
  geometry.setIndex(new BufferAttribute(mesh.triangles, 1));
  if (mesh.triangleColors === undefined) return geometry;
  // a colour a face needs vertices of its own for each face
  const split = geometry.toNonIndexed();
  geometry.dispose();
  const colors = new Float32Array(mesh.triangles.length * 3);
  for (let corner = 0; corner < mesh.triangles.length; corner++) {
    const face = Math.floor(corner / 3) * 3;
    colors.set(mesh.triangleColors.subarray(face, face + 3), corner * 3);
  }
  split.setAttribute('color', new BufferAttribute(colors, 3));
  split.userData = geometry.userData;
  return split;
}

/** WebGL takes no doubles (quirk 13); far from the origin they are moved to it before they are cut. */
function toSingles(geometry: BufferGeometry): BufferGeometry {
  for (const [name, attribute] of Object.entries(geometry.attributes)) {
    if (!('array' in attribute) || !(attribute.array instanceof Float64Array)) continue;
    const { array, itemSize } = attribute;
    const from = Array.from({ length: itemSize }, () => 0);
    if (name === 'position') geometry.userData['shift'] = from;
    for (let axis = 0; axis < itemSize && name === 'position'; axis++) {
      let least = Infinity;
      let most = -Infinity;
      for (let at = axis; at < array.length; at += itemSize) {
        least = Math.min(least, array[at] ?? 0);
        most = Math.max(most, array[at] ?? 0);
      }
      if (Math.abs(least) > (most - least) * 1000) from[axis] = least;
    }
    const singles = Float32Array.from(array, (value, at) => value - (from[at % itemSize] ?? 0));
    geometry.setAttribute(name, new BufferAttribute(singles, itemSize));
  }
  geometry.boundingSphere = null; // the loader's, from before; the wrong one is not drawn at all
  return geometry;
}

/** A mesh, or points where there are no faces. */
function fromGeometry(geometry: BufferGeometry): Object3D {
  const points = geometry.getAttribute('position')?.count ?? 0;
  if (points === 0) throw new Error('It holds no vertices.');
  const isTriangles = geometry.index !== null || geometry.userData['faces'] > 0;
  if (isTriangles) return new Mesh(geometry, meshMaterial(geometry));
  const vertexColors = geometry.hasAttribute('color');
  return new Points(geometry, tinted(new PointsMaterial({ vertexColors })));
}

/** Marks a material that has no colour of its own: the stage gives it the column's. */
function tinted<M extends PointsMaterial | MeshStandardMaterial>(material: M): M {
  material.userData['isTinted'] = !material.vertexColors;
  return material;
}

function meshMaterial(geometry: BufferGeometry): MeshStandardMaterial {
  return tinted(
    new MeshStandardMaterial({
      vertexColors: geometry.hasAttribute('color'),
      flatShading: !geometry.hasAttribute('normal'),
      side: DoubleSide,
      roughness: 0.85,
      metalness: 0,
    }),
  );
}
