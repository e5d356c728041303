import { type BufferGeometry, Mesh, type Object3D, Points, PointsMaterial } from 'three';
import { boundingSphere } from './measure.ts';
import { thinGeometry } from './thin-points.ts';

const count = new Intl.NumberFormat('en-US');

function cloudsIn(object: Object3D): Points<BufferGeometry>[] {
  const clouds: Points<BufferGeometry>[] = [];
  object.traverse((node) => {
    if (node instanceof Points) clouds.push(node as Points<BufferGeometry>);
  });
  return clouds;
}

/** True where there is nothing but points. */
export function isCloud(object: Object3D): boolean {
  let hasMesh = false;
  object.traverse((node) => void (hasMesh ||= node instanceof Mesh));
  return !hasMesh && cloudsIn(object).length > 0;
}

/** Takes points out of clouds that hold too many, and says so. */
export function thinClouds(object: Object3D): string[] {
  return cloudsIn(object).flatMap((cloud) => {
    cloud.geometry = thinGeometry(cloud.geometry);
    const drawn = cloud.geometry.getAttribute('position').count;
    const total = (cloud.geometry.userData['vertices'] as number | undefined) ?? drawn;
    if (drawn >= total) return [];
    return [`${count.format(drawn)} of ${count.format(total)} points are drawn.`];
  });
}

/** About the distance of neighbours on a surface, so that clouds read as surfaces. */
export function sizePoints(object: Object3D): void {
  const clouds = cloudsIn(object);
  if (clouds.length === 0) return;
  const { radius } = boundingSphere(object);
  for (const { geometry, material } of clouds) {
    if (!(material instanceof PointsMaterial)) continue;
    const points = geometry.index?.count ?? geometry.getAttribute('position').count;
    material.size = Math.max((radius * 3.6) / Math.sqrt(points), radius * 0.012);
    material.sizeAttenuation = true;
  }
}
