// From places of a model's file to pixels of its tile, and back.
import { type Object3D, type PerspectiveCamera, Raycaster, Sphere, Vector2, Vector3 } from 'three';
import { shiftOf } from './measure.ts';
import { createPicker } from './picking.ts';

/** A place in the units of the model's file. */
export interface ModelPoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Where a place of the model is seen, in pixels of the canvas. */
export interface SeenPoint {
  readonly x: number;
  readonly y: number;
  /** The model lies between it and the eye. */
  readonly isHidden: boolean;
}

export interface ModelSpots {
  /** The place on the model that is seen at a point of the canvas, in its pixels. */
  readonly pick: (x: number, y: number) => ModelPoint | undefined;
  /** Where a place of the model is seen; undefined behind the eye. */
  readonly find: (point: ModelPoint) => SeenPoint | undefined;
  /** So much round a place, in the scene, that the model there is recognised. */
  readonly around: (point: ModelPoint) => Sphere;
}

/** A point of a cloud is met within so many pixels. */
const NEAR_PX = 6;
/** Of the model's radius. */
const ROUND_SHARE = 0.3;
const DIGITS = 7; // what a file's single-precision numbers have

/** @param radius  of the model */
export function createModelSpots(
  model: Object3D,
  radius: number,
  camera: PerspectiveCamera,
  canvas: Pick<HTMLCanvasElement, 'clientWidth' | 'clientHeight'>,
): ModelSpots {
  const picker = createPicker(model, radius);
  const shift = new Vector3(...shiftOf(model));
  const placeOf = ({ x, y, z }: ModelPoint) => new Vector3(x, y, z).sub(shift);
  const caster = new Raycaster();
  return {
    pick(x, y) {
      const { clientWidth: width, clientHeight: height } = canvas;
      camera.updateMatrixWorld();
      caster.setFromCamera(new Vector2((x / width) * 2 - 1, 1 - (y / height) * 2), camera);
      const spread = (NEAR_PX / height) * 2 * Math.tan((camera.fov * Math.PI) / 360);
      const hit = picker.hit(caster.ray, spread)?.add(shift);
      const rounded = (value: number) => Number(value.toPrecision(DIGITS));
      return hit && { x: rounded(hit.x), y: rounded(hit.y), z: rounded(hit.z) };
    },
    around: (point) => new Sphere(placeOf(point), radius * ROUND_SHARE),
    find(point) {
      const place = placeOf(point);
      camera.updateMatrixWorld();
      const seen = place.clone().project(camera);
      if (seen.z > 1) return undefined;
      return {
        x: ((seen.x + 1) / 2) * canvas.clientWidth,
        y: ((1 - seen.y) / 2) * canvas.clientHeight,
        isHidden: picker.isHidden(camera.position, place),
      };
    },
  };
}
