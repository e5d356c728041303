// The camera round a model: framing, turning by mouse and keys, following other cameras, and the haze
// that lets far points fade.
import { Fog, type PerspectiveCamera, type Sphere, type Vector3 } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { ViewerLink } from '../viewer-link.ts';
import { CameraRig } from './camera-rig.ts';

export interface Orbit {
  /** Shows all of a model from the usual side, or of the one before: then others follow. */
  readonly frame: (bounds?: Sphere) => void;
  /** Comes close to something in what is framed; from its side, where it has one. */
  readonly approach: (spot: Sphere, side?: Vector3) => void;
  /** Turns by angles in radians. */
  readonly turn: (around: number, up: number) => void;
  readonly dolly: (factor: number) => void;
  readonly setWheelZoom: (isOn: boolean) => void;
  /** Joins it with other cameras, or parts it from them. */
  readonly setLink: (link: ViewerLink | undefined) => void;
  /** Length that counts as 1 for others: models with the same one are seen at the same scale. */
  readonly setUnit: (length: number | undefined) => void;
  readonly haze: Fog;
  readonly dispose: () => void;
}

export function createOrbit(
  camera: PerspectiveCamera,
  canvas: HTMLCanvasElement,
  onChange: () => void,
): Orbit {
  const haze = new Fog(0xffffff);
  const controls = new OrbitControls(camera, canvas);
  const rig = new CameraRig(camera, controls, onChange);
  const self = {};
  let link: ViewerLink | undefined;
  let leave: (() => void) | undefined;
  let isFollowing = false;
  // what is done on behalf of others is not told to them
  function quietly(move: () => void): void {
    isFollowing = true;
    try {
      move();
    } finally {
      isFollowing = false;
    }
  }
  controls.enableZoom = false;
  controls.addEventListener('change', () => {
    const { bounds } = rig;
    const distance = camera.position.distanceTo(bounds.center);
    haze.near = distance - bounds.radius * 0.6;
    haze.far = distance + bounds.radius * 1.5;
    onChange();
    if (!isFollowing) link?.tell('camera', rig.view, self);
  });
  return {
    haze,
    frame(bounds) {
      if (bounds === undefined) return rig.frame();
      rig.bounds = bounds;
      quietly(() => rig.frame());
    },
    approach: (spot, side) => rig.approach(spot, side),
    turn: (around, up) => rig.turn(around, up),
    dolly: (factor) => rig.dolly(factor),
    setWheelZoom(isOn) {
      controls.enableZoom = isOn;
    },
    setLink(next) {
      leave?.();
      link = next;
      leave = next?.hear('camera', self, (view) => quietly(() => rig.look(view)));
    },
    setUnit: (length) => quietly(() => rig.setUnit(length)),
    dispose() {
      leave?.();
      controls.dispose();
    },
  };
}
