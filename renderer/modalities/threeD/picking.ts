// What a ray from the eye meets of a model: for a point to be marked, and to tell whether one is hidden.
// Pure three.js, without a renderer.
import { type BufferGeometry, DoubleSide, Mesh, type Object3D, Points, Ray, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';

/** Finds places on one model. */
export interface Picker {
  /**
   * The place on the surface that a ray meets first; of a cloud the point nearest to it.
   *
   * @param spread  how far from the ray a point of a cloud may be, per length along it
   */
  readonly hit: (ray: Ray, spread: number) => Vector3 | undefined;
  /** Whether the surface lies between two places; a cloud hides nothing. */
  readonly isHidden: (from: Vector3, place: Vector3) => boolean;
}

/** @param radius  of the model, in whose parts what is the same place is told */
export function createPicker(model: Object3D, radius: number): Picker {
  // built when first asked: most models are only looked at
  const trees = new Map<Mesh, MeshBVH>();
  function treeOf(mesh: Mesh): MeshBVH | undefined {
    const known = trees.get(mesh);
    if (known !== undefined) return known;
    const { geometry } = mesh;
    if ((geometry.getAttribute('position')?.count ?? 0) === 0) return undefined;
    // indirect: the order of the faces, which others go by, stays as it is
    const made = new MeshBVH(geometry, { indirect: true });
    trees.set(mesh, made);
    return made;
  }

  function surfaceHit(ray: Ray): Vector3 | undefined {
    let nearest: Vector3 | undefined;
    model.updateWorldMatrix(true, true);
    model.traverse((node) => {
      if (!(node instanceof Mesh)) return;
      const mesh = node as Mesh<BufferGeometry>;
      const own = ray.clone().applyMatrix4(mesh.matrixWorld.clone().invert());
      const found = treeOf(mesh)?.raycastFirst(own, DoubleSide);
      const place = found?.point.clone().applyMatrix4(mesh.matrixWorld);
      if (place === undefined) return;
      const isNearer =
        nearest === undefined ||
        place.distanceToSquared(ray.origin) < nearest.distanceToSquared(ray.origin);
      if (isNearer) nearest = place;
    });
    return nearest;
  }

  return {
    hit: (ray, spread) => surfaceHit(ray) ?? cloudHit(model, ray, spread),
    isHidden(from, place) {
      const distance = from.distanceTo(place);
      const direction = place.clone().sub(from).normalize();
      const found = surfaceHit(new Ray(from, direction));
      return found !== undefined && found.distanceTo(from) < distance - radius * 0.01;
    },
  };
}

/** Of points far behind each other the one in front is meant, though another is nearer to the ray. */
const OFF_WEIGHT = 4;

function cloudHit(model: Object3D, ray: Ray, spread: number): Vector3 | undefined {
  let best = Number.POSITIVE_INFINITY;
  let found: Vector3 | undefined;
  const point = new Vector3();
  const { origin, direction } = ray;
  model.updateWorldMatrix(true, true);
  model.traverse((node) => {
    if (!(node instanceof Points)) return;
    const { geometry, matrixWorld } = node as Points<BufferGeometry>;
    const positions = geometry.getAttribute('position');
    for (let at = 0; at < (positions?.count ?? 0); at++) {
      point.fromBufferAttribute(positions, at).applyMatrix4(matrixWorld);
      const along =
        (point.x - origin.x) * direction.x +
        (point.y - origin.y) * direction.y +
        (point.z - origin.z) * direction.z;
      if (along <= 0) continue;
      const off = Math.sqrt(Math.max(0, point.distanceToSquared(origin) - along * along));
      if (off > along * spread) continue;
      const weight = along + OFF_WEIGHT * off;
      if (weight >= best) continue;
      best = weight;
      found = point.clone();
    }
  });
  return found;
}
