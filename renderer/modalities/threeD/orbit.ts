// The camera round a model: framing, turning by mouse and keys, and the haze that lets far points fade.
import { Fog, type PerspectiveCamera, Sphere, Vector3 } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';

const FROM = new Vector3(0.9, 0.6, 1.25).normalize();

export interface Orbit {
  /** Shows all of a sphere from the usual side; without one, the sphere before. */
  readonly frame: (bounds?: Sphere) => void;
  /** Comes close to something in what is framed; from its side, where it has one. */
  readonly approach: (spot: Sphere, side?: Vector3) => void;
  /** Turns by angles in radians. */
  readonly turn: (around: number, up: number) => void;
  readonly dolly: (factor: number) => void;
  readonly setWheelZoom: (isOn: boolean) => void;
  readonly haze: Fog;
  readonly dispose: () => void;
}

export function createOrbit(
  camera: PerspectiveCamera,
  canvas: HTMLCanvasElement,
  onChange: () => void,
): Orbit {
  // what is framed fits the smaller side of a tile; its own field of view may then be wider
  const halfField = (camera.fov * Math.PI) / 360;
  const haze = new Fog(0xffffff);
  const controls = new OrbitControls(camera, canvas);
  let bounds = new Sphere(new Vector3(), 1);
  controls.enableZoom = false;
  controls.addEventListener('change', () => {
    const distance = camera.position.distanceTo(bounds.center);
    haze.near = distance - bounds.radius * 0.6;
    haze.far = distance + bounds.radius * 1.5;
    onChange();
  });
  return {
    haze,
    frame(next = bounds) {
      bounds = next;
      const distance = (bounds.radius / Math.sin(halfField)) * 1.08;
      camera.position.copy(bounds.center).addScaledVector(FROM, distance);
      camera.near = distance / 1000;
      camera.far = distance * 20;
      controls.target.copy(bounds.center);
      controls.update();
      onChange();
    },
    approach(spot, side) {
      // never so close that nothing round it is seen
      const radius = Math.max(spot.radius * 2.5, bounds.radius * 0.16);
      const distance = radius / Math.sin(halfField);
      const outwards = spot.center.clone().sub(bounds.center);
      const direction = (side ?? outwards).clone().normalize();
      // a face inside or wound the wrong way is looked at from outside all the same
      if (direction.dot(outwards) < 0) direction.negate();
      direction.multiplyScalar(2).add(FROM).normalize();
      camera.position.copy(spot.center).addScaledVector(direction, distance);
      camera.near = distance / 1000;
      camera.far = distance + bounds.radius * 20;
      controls.target.copy(spot.center);
      controls.update();
      onChange();
    },
    turn(around, up) {
      const offset = camera.position.clone().sub(controls.target);
      offset.applyAxisAngle(camera.up, around);
      const side = new Vector3().crossVectors(camera.up, offset).normalize();
      const tilted = offset.clone().applyAxisAngle(side, -up);
      // not over the poles, where up would turn round
      if (Math.abs(tilted.clone().normalize().dot(camera.up)) < 0.995) offset.copy(tilted);
      camera.position.copy(controls.target).add(offset);
      controls.update();
    },
    dolly(factor) {
      camera.position.sub(controls.target).multiplyScalar(factor).add(controls.target);
      controls.update();
    },
    setWheelZoom(isOn) {
      controls.enableZoom = isOn;
    },
    dispose: () => controls.dispose(),
  };
}
