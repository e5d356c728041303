// Defects as objects of the scene, at the places of the file: the model itself is not moved or scaled,
// the camera goes round it. Each kind is drawn twice: faintly through the model, and plainly where
// nothing lies in front of it.
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  Group,
  Mesh,
  MeshLambertMaterial,
  type Object3D,
  Points,
  PointsMaterial,
  SRGBColorSpace,
  Vector3,
} from 'three';
import { LineMaterial } from 'three/addons/lines/LineMaterial.js';
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js';
import type { DefectKindId, ModelDefects } from '../../../../shared/model/defects.ts';
import { disposeObject } from '../measure.ts';
import { componentHue, DEFECT_COLORS } from './defect-look.ts';
import { countSpots, decodePlaces, type DefectPlaces, findSpot } from './defect-places.ts';

/** Where to look, in the space of the scene. */
export interface SceneSpot {
  readonly center: Vector3;
  readonly radius: number;
  readonly normal: Vector3 | undefined;
}

/** Everything that is drawn over one model. */
export interface DefectLayers {
  readonly root: Object3D;
  readonly show: (kinds: ReadonlySet<DefectKindId>) => void;
  /** How many places of a kind can be gone to. */
  readonly count: (kind: DefectKindId) => number;
  readonly spot: (kind: DefectKindId, index: number) => SceneSpot | undefined;
  readonly dispose: () => void;
}

const GHOST = { opacity: 0.3, depthTest: false, renderOrder: 1 } as const;
const PLAIN = { opacity: 0.95, depthTest: true, renderOrder: 2 } as const;
type Pass = typeof GHOST | typeof PLAIN;

/** @param shift  by which the loader moved the model towards the origin */
export function createDefectLayers(
  { origin, kinds }: ModelDefects,
  shift: readonly [number, number, number],
): DefectLayers {
  const root = new Group();
  const from = new Vector3(origin[0] - shift[0], origin[1] - shift[1], origin[2] - shift[2]);
  root.position.copy(from);
  const layers = new Map<DefectKindId, { places: DefectPlaces; group: Group }>();
  for (const kind of kinds) {
    const places = decodePlaces(kind);
    const group = new Group();
    for (const object of drawPlaces(places, DEFECT_COLORS[kind.id])) group.add(object);
    layers.set(kind.id, { places, group });
    root.add(group);
  }
  return {
    root,
    show(shown) {
      for (const [id, { group }] of layers) group.visible = shown.has(id);
    },
    count: (id) => countSpots(layers.get(id)?.places ?? NOTHING),
    spot(id, index) {
      const spot = findSpot(layers.get(id)?.places ?? NOTHING, index);
      if (spot === undefined) return undefined;
      return {
        center: new Vector3(...spot.center).add(from),
        radius: spot.radius,
        normal: spot.normal === undefined ? undefined : new Vector3(...spot.normal),
      };
    },
    dispose() {
      root.removeFromParent();
      disposeObject(root);
    },
  };
}

const NOTHING: DefectPlaces = {
  triangles: new Float32Array(0),
  segments: new Float32Array(0),
  points: new Float32Array(0),
  groups: new Uint32Array(0),
};

function drawPlaces(places: DefectPlaces, color: string): Object3D[] {
  const { triangles, segments, points, groups } = places;
  const drawn: Object3D[] = [];
  if (triangles.length > 0) drawn.push(...drawTriangles(triangles, groups, color));
  if (segments.length > 0) drawn.push(...drawSegments(segments, color));
  if (points.length > 0) drawn.push(drawPoints(points, color));
  return drawn;
}

function drawTriangles(positions: Float32Array, groups: Uint32Array, color: string): Object3D[] {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  const isColored = groups.length > 0;
  if (isColored) geometry.setAttribute('color', new BufferAttribute(colorsOf(groups), 3));
  // what has a colour of its own is a way of looking at the model, which a ghost would only blur
  const passes: readonly Pass[] = isColored ? [PLAIN] : [GHOST, PLAIN];
  return passes.map((pass) => {
    const material = new MeshLambertMaterial({
      ...(isColored ? { vertexColors: true } : { color, emissive: color, emissiveIntensity: 0.35 }),
      ...blend(pass),
      flatShading: true,
      side: DoubleSide,
    });
    return inPass(new Mesh(geometry, material), pass);
  });
}

function drawSegments(positions: Float32Array, color: string): Object3D[] {
  const geometry = new LineSegmentsGeometry().setPositions(positions);
  return [GHOST, PLAIN].map((pass) => {
    const linewidth = 3 * devicePixelRatio;
    return inPass(
      new LineSegments2(geometry, new LineMaterial({ color, linewidth, ...blend(pass) })),
      pass,
    );
  });
}

/** Points lie on the surface, where half of each would be hidden: they are always seen. */
function drawPoints(positions: Float32Array, color: string): Object3D {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  const look = { ...blend(PLAIN), depthTest: false };
  const size = 6 * devicePixelRatio;
  const material = new PointsMaterial({ color, size, sizeAttenuation: false, ...look });
  return inPass(new Points(geometry, material), PLAIN);
}

const blend = ({ opacity, depthTest }: Pass) => ({
  transparent: true,
  opacity,
  depthTest,
  depthWrite: false,
  fog: false,
  polygonOffset: true,
  polygonOffsetFactor: -2,
  polygonOffsetUnits: -2,
});

function inPass(object: Object3D, { renderOrder }: Pass): Object3D {
  object.renderOrder = renderOrder;
  object.frustumCulled = false;
  return object;
}

function colorsOf(groups: Uint32Array): Float32Array {
  const colors = new Float32Array(groups.length * 9);
  const color = new Color();
  groups.forEach((group, face) => {
    color.setHSL(componentHue(group) / 360, 0.62, 0.52, SRGBColorSpace);
    for (let corner = 0; corner < 3; corner++) color.toArray(colors, face * 9 + corner * 3);
  });
  return colors;
}
