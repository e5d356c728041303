// How the surface of a model is painted: as its file says, in one grey under its defects, or by the
// side that is looked at.
import {
  Color,
  DoubleSide,
  type Material,
  Mesh,
  MeshLambertMaterial,
  type Object3D,
  Points,
  PointsMaterial,
} from 'three';

/** `facing`: fronts blue, backs red. */
export type SurfaceLook = 'own' | 'plain' | 'facing';

const GREY = '#a3a9b4';
export const FRONT_COLOR = '#3b6fd4';
export const BACK_COLOR = '#d2433c';

/** Paints a model; its own materials are kept meanwhile. */
export interface SurfacePainter {
  readonly paint: (look: SurfaceLook) => void;
  /** Gives the model its own materials back. */
  readonly dispose: () => void;
}

export function createSurfacePainter(model: Object3D): SurfacePainter {
  const own = new Map<Mesh | Points, Material | Material[]>();
  model.traverse((node) => {
    if (node instanceof Mesh || node instanceof Points) {
      const drawn = node as Mesh | Points; // their geometries are of no interest here
      own.set(drawn, drawn.material);
    }
  });
  const made = new Set<Material>();
  const makeOnce = (make: () => Material) => {
    let material: Material | undefined;
    return () => {
      material ??= make();
      made.add(material);
      return material;
    };
  };
  const plain = makeOnce(plainMaterial);
  const facing = makeOnce(facingMaterial);

  function materialOf(node: Mesh | Points, look: SurfaceLook): Material | Material[] | undefined {
    const kept = own.get(node);
    if (look === 'own' || kept === undefined) return kept;
    if (node instanceof Mesh) return look === 'facing' ? facing() : plain();
    const [first] = [kept].flat();
    if (look === 'facing' || !(first instanceof PointsMaterial)) return kept; // points have no sides
    const grey = first.clone();
    grey.vertexColors = false;
    grey.color.set(GREY);
    grey.userData = {};
    made.add(grey);
    return grey;
  }

  return {
    paint(look) {
      for (const node of own.keys()) {
        const material = materialOf(node, look);
        if (material !== undefined) node.material = material;
      }
    },
    dispose() {
      for (const [node, material] of own) node.material = material;
      for (const material of made) material.dispose();
    },
  };
}

const plainMaterial = () =>
  new MeshLambertMaterial({ color: GREY, flatShading: true, side: DoubleSide });

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
