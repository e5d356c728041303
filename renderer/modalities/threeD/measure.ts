import {
  Box3,
  Color,
  type BufferGeometry,
  type Material,
  Mesh,
  type MeshStandardMaterial,
  Points,
  Sphere,
  Texture,
  Vector3,
  type Object3D,
} from 'three';

/** What there is to know of a model. */
export interface ModelFacts {
  readonly vertices: number;
  /** 0 for a point cloud. */
  readonly faces: number;
  readonly extent: readonly [number, number, number];
}

/** Counts vertices and faces, and measures the box around everything. */
export function measureObject(object: Object3D): ModelFacts {
  let vertices = 0;
  let faces = 0;
  object.traverse((node) => {
    if (!(node instanceof Mesh || node instanceof Points)) return;
    const geometry = node.geometry as BufferGeometry;
    const points = geometry.getAttribute('position')?.count ?? 0;
    // a geometry that was split for its colours remembers what the file had
    vertices += (geometry.userData['vertices'] as number | undefined) ?? points;
    if (node instanceof Points) return;
    const triangles = Math.floor((geometry.index?.count ?? points) / 3);
    faces += (geometry.userData['faces'] as number | undefined) ?? triangles;
  });
  const own = object.userData as { vertices?: number; faces?: number };
  vertices = own.vertices ?? vertices;
  faces = own.faces ?? faces;
  const { x, y, z } = new Box3().setFromObject(object).getSize(new Vector3());
  return { vertices, faces, extent: [x, y, z] };
}

const count = new Intl.NumberFormat('en-US');

/** The bar's short facts: counts, then extents. */
export function describeModel({ vertices, faces, extent }: ModelFacts): string[] {
  const size = extent.map((length) => Number(length.toPrecision(3))).join(' × ');
  // triangles that share nothing have no count of vertices worth telling
  if (faces > 0 && vertices === faces * 3) return [`${count.format(faces)} faces`, size];
  return faces > 0
    ? [`${count.format(vertices)} vertices`, `${count.format(faces)} faces`, size]
    : [`${count.format(vertices)} points`, size];
}

/** The smallest sphere round everything, about the middle of its box; radius 1 where it is a point. */
export function boundingSphere(object: Object3D): Sphere {
  const sphere = new Box3().setFromObject(object).getBoundingSphere(new Sphere());
  object.updateWorldMatrix(true, true);
  let radius = 0;
  const point = new Vector3();
  object.traverse((node) => {
    if (!(node instanceof Mesh || node instanceof Points)) return;
    const positions = (node.geometry as BufferGeometry).getAttribute('position');
    for (let at = 0; at < (positions?.count ?? 0); at++) {
      point.fromBufferAttribute(positions, at).applyMatrix4(node.matrixWorld);
      radius = Math.max(radius, point.distanceToSquared(sphere.center));
    }
  });
  sphere.radius = Math.sqrt(radius) || 1;
  return sphere;
}

/** By how much the loader moved a model towards the origin; what is drawn over it moves as much. */
export function shiftOf(object: Object3D): readonly [number, number, number] {
  const drawn = object as Partial<Mesh>; // only what has a geometry was moved
  const [x = 0, y = 0, z = 0] = (drawn.geometry?.userData['shift'] as number[] | undefined) ?? [];
  return [x, y, z];
}

/** Gives the column's colour to what has none of its own. */
export function tintObject(object: Object3D, color: string): void {
  const mixed = new Color(color).lerp(new Color(0xffffff), 0.3);
  object.traverse((node) => {
    for (const material of [(node as Partial<Mesh>).material ?? []].flat()) {
      if (material.userData['isTinted'] !== true) continue;
      (material as MeshStandardMaterial).color.copy(mixed); // only those with a colour are marked
    }
  });
}

/** Draws meshes as their edges only, or whole again. */
export function setWireframe(object: Object3D, isOn: boolean): void {
  object.traverse((node) => {
    if (!(node instanceof Mesh)) return;
    for (const material of [(node as Mesh).material].flat()) {
      if ('wireframe' in material) material.wireframe = isOn;
    }
  });
}

/** Frees the GPU memory of everything below an object. */
export function disposeObject(object: Object3D): void {
  object.traverse((node) => {
    const { geometry, material } = node as Partial<Mesh>; // only meshes, points and lines have them
    geometry?.dispose();
    for (const each of [material ?? []].flat()) disposeMaterial(each);
  });
}

function disposeMaterial(material: Material): void {
  for (const value of Object.values(material) as unknown[]) {
    if (!(value instanceof Texture)) continue;
    value.dispose();
    const image: unknown = value.source.data;
    if (image instanceof ImageBitmap) image.close();
  }
  material.dispose();
}
