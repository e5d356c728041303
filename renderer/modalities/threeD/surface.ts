// How the surface of a model is painted: as its file says, in one grey under its defects, by the side
// that is looked at, by its normals, or by the shape of its faces.
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  type Material,
  Mesh,
  MeshLambertMaterial,
  MeshNormalMaterial,
  type Object3D,
  Points,
  PointsMaterial,
} from 'three';
import { BEST_QUALITY, faceQualities, QUALITY_STOPS } from './face-quality.ts';

/**
 * `facing`: fronts blue, backs red; `normals`: x, y, z as red, green, blue; `quality`: each face by
 * its shape.
 */
export type SurfaceLook = 'own' | 'plain' | 'facing' | 'normals' | 'quality';

const GREY = '#a3a9b4';
export const FRONT_COLOR = '#3b6fd4';
export const BACK_COLOR = '#d2433c';

/** Paints a model; its own materials and geometries are kept meanwhile. */
export interface SurfacePainter {
  readonly paint: (look: SurfaceLook) => void;
  /** Mean of the faces' shape figures; undefined before they were painted, and without faces. */
  readonly meanQuality: () => number | undefined;
  /** Gives the model its own materials and geometries back. */
  readonly dispose: () => void;
}

type Drawn = Mesh<BufferGeometry> | Points<BufferGeometry>;

interface Skin {
  readonly geometry: BufferGeometry;
  readonly material: Material | Material[];
}

export function createSurfacePainter(model: Object3D): SurfacePainter {
  const own = new Map<Drawn, Skin>();
  model.traverse((node) => {
    if (!(node instanceof Mesh || node instanceof Points)) return;
    const drawn = node as Drawn; // everything that is loaded has a BufferGeometry
    own.set(drawn, { geometry: drawn.geometry, material: drawn.material });
  });
  const made = new Set<{ dispose: () => void }>();
  const keep = <T extends { dispose: () => void }>(thing: T): T => {
    made.add(thing);
    return thing;
  };
  const skins = new Map<Drawn, Map<SurfaceLook, Skin>>();
  const qualities = { sum: 0, count: 0 };

  function makeSkin(node: Drawn, kept: Skin, look: SurfaceLook): Skin {
    const { geometry } = kept;
    if (node instanceof Points) return makePointSkin(kept, look, keep);
    switch (look) {
      case 'own':
        return kept;
      case 'plain':
        return { geometry, material: keep(plainMaterial()) };
      case 'facing':
        return { geometry, material: keep(facingMaterial()) };
      case 'normals':
        return { geometry, material: keep(normalMaterial(!geometry.hasAttribute('normal'))) };
      case 'quality': {
        node.updateWorldMatrix(true, false);
        const figures = faceQualities(geometry, node.matrixWorld);
        qualities.count += figures.length;
        for (const figure of figures) qualities.sum += figure;
        return {
          geometry: keep(colorFaces(geometry, figures)),
          material: keep(plainMaterial({ vertexColors: true })),
        };
      }
    }
  }

  return {
    paint(look) {
      for (const [node, kept] of own) {
        const ready = skins.get(node) ?? new Map<SurfaceLook, Skin>();
        skins.set(node, ready);
        const skin = ready.get(look) ?? makeSkin(node, kept, look);
        ready.set(look, skin);
        node.geometry = skin.geometry;
        node.material = skin.material;
      }
    },
    meanQuality: () => (qualities.count === 0 ? undefined : qualities.sum / qualities.count),
    dispose() {
      for (const [node, { geometry, material }] of own) {
        node.geometry = geometry;
        node.material = material;
      }
      for (const each of made) each.dispose();
    },
  };
}

/** Points have no sides and no faces; their normals are seen where the file gives any. */
function makePointSkin(
  kept: Skin,
  look: SurfaceLook,
  keep: <T extends { dispose: () => void }>(thing: T) => T,
): Skin {
  const [first] = [kept.material].flat();
  if (look === 'own' || look === 'facing' || !(first instanceof PointsMaterial)) return kept;
  const material = keep(first.clone());
  material.userData = {};
  const normals = kept.geometry.getAttribute('normal');
  if (look !== 'normals' || normals === undefined) {
    material.vertexColors = false;
    material.color.set(GREY);
    return { geometry: kept.geometry, material };
  }
  const colors = new Float32Array(normals.count * 3);
  for (let at = 0; at < colors.length; at++) {
    colors[at] = normals.getComponent(Math.floor(at / 3), at % 3) * 0.5 + 0.5;
  }
  const geometry = keep(new BufferGeometry());
  geometry.setAttribute('position', kept.geometry.getAttribute('position'));
  geometry.setIndex(kept.geometry.index);
  geometry.setAttribute('color', new BufferAttribute(colors, 3));
  material.vertexColors = true;
  material.color.set(0xffffff);
  return { geometry, material };
}

const plainMaterial = ({ vertexColors } = { vertexColors: false }) =>
  new MeshLambertMaterial({
    color: vertexColors ? 0xffffff : GREY,
    vertexColors,
    flatShading: true,
    side: DoubleSide,
  });

/** In the directions of the model, so that they stay as they are when it is turned. */
function normalMaterial(flatShading: boolean): Material {
  const material = new MeshNormalMaterial({ flatShading, side: DoubleSide });
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      'normalize( normal )',
      'normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz )',
    );
  };
  return material;
}

/** Triangles that share no corner, each in the colour of its figure. */
function colorFaces(geometry: BufferGeometry, figures: Float32Array): BufferGeometry {
  const from = geometry.getAttribute('position');
  const { index } = geometry;
  const positions = new Float32Array(figures.length * 9);
  const colors = new Uint8Array(figures.length * 9);
  const ramp = makeRamp();
  figures.forEach((figure, face) => {
    const step = Math.min(255, Math.round((figure / BEST_QUALITY) * 255)) * 3;
    for (let at = face * 3; at < face * 3 + 3; at++) {
      const corner = index?.getX(at) ?? at;
      positions[at * 3] = from.getX(corner);
      positions[at * 3 + 1] = from.getY(corner);
      positions[at * 3 + 2] = from.getZ(corner);
      for (let k = 0; k < 3; k++) colors[at * 3 + k] = ramp[step + k] ?? 0;
    }
  });
  const split = new BufferGeometry();
  split.setAttribute('position', new BufferAttribute(positions, 3));
  split.setAttribute('color', new BufferAttribute(colors, 3, true));
  return split;
}

function makeRamp(): Uint8Array {
  const stops = QUALITY_STOPS.map((stop) => new Color(stop));
  const ramp = new Uint8Array(256 * 3);
  const color = new Color();
  for (let step = 0; step < 256; step++) {
    const at = (step / 255) * (stops.length - 1);
    const lower = Math.floor(at);
    const [from, to] = [stops[lower], stops[Math.min(lower + 1, stops.length - 1)]];
    if (from !== undefined && to !== undefined) color.copy(from).lerp(to, at - lower);
    ramp.set(
      color.toArray().map((part) => Math.round(part * 255)),
      step * 3,
    );
  }
  return ramp;
}

function facingMaterial(): Material {
  const material = new MeshLambertMaterial({ flatShading: true, side: DoubleSide });
  const [front, back] = [new Color(FRONT_COLOR), new Color(BACK_COLOR)];
  material.onBeforeCompile = (shader) => {
    shader.uniforms['front'] = { value: front };
    shader.uniforms['back'] = { value: back };
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nuniform vec3 front;\nuniform vec3 back;')
      .replace(
        '#include <color_fragment>',
        '#include <color_fragment>\ndiffuseColor.rgb = gl_FrontFacing ? front : back;',
      );
  };
  return material;
}
