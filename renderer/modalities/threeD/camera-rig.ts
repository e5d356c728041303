// Where a camera stands in relation to the model that it looks at; moved from here and from there.
import { type PerspectiveCamera, Sphere, Vector3 } from 'three';
import type { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { LinkStates } from '../viewer-link.ts';

/** A camera in units of its model's radius, round its centre. */
export type CameraView = LinkStates['camera'];

const FROM = new Vector3(0.9, 0.6, 1.25).normalize();

export class CameraRig {
  bounds = new Sphere(new Vector3(), 1);
  readonly camera: PerspectiveCamera;
  readonly controls: OrbitControls;
  readonly #onChange: () => void;
  /** What is framed fits the smaller side of a tile; its own field of view may then be wider. */
  readonly #halfField: number;
  #chosenUnit: number | undefined;

  constructor(camera: PerspectiveCamera, controls: OrbitControls, onChange: () => void) {
    this.camera = camera;
    this.controls = controls;
    this.#onChange = onChange;
    this.#halfField = (camera.fov * Math.PI) / 360;
  }

  get #unit(): number {
    return this.#chosenUnit ?? this.bounds.radius;
  }

  get view(): CameraView {
    const { position, up } = this.camera;
    return {
      position: this.#relative(position),
      target: this.#relative(this.controls.target),
      up: [up.x, up.y, up.z],
    };
  }

  #relative(place: Vector3): CameraView['position'] {
    const { x, y, z } = place.clone().sub(this.bounds.center).divideScalar(this.#unit);
    return [x, y, z];
  }

  look({ position, target, up }: CameraView): void {
    const put = (to: Vector3, from: CameraView['target']) =>
      to
        .set(...from)
        .multiplyScalar(this.#unit)
        .add(this.bounds.center);
    this.camera.up.set(...up);
    put(this.camera.position, position);
    put(this.controls.target, target);
    this.update();
  }

  /** Keeps what is seen of a model in its units while these become others. */
  setUnit(length: number | undefined): void {
    const before = this.view;
    this.#chosenUnit = length;
    this.look(before);
  }

  frame(): void {
    const distance = this.#distanceFor(this.#unit) * 1.08;
    this.camera.position.copy(this.bounds.center).addScaledVector(FROM, distance);
    this.controls.target.copy(this.bounds.center);
    this.update();
  }

  approach({ center, radius }: Sphere, side: Vector3 | undefined): void {
    // never so close that nothing round it is seen
    const distance = this.#distanceFor(Math.max(radius * 2.5, this.bounds.radius * 0.16));
    const outwards = center.clone().sub(this.bounds.center);
    const direction = (side ?? outwards).clone().normalize();
    // a face inside or wound the wrong way is looked at from outside all the same
    if (direction.dot(outwards) < 0) direction.negate();
    direction.multiplyScalar(2).add(FROM).normalize();
    this.camera.position.copy(center).addScaledVector(direction, distance);
    this.controls.target.copy(center);
    this.update();
  }

  turn(around: number, up: number): void {
    const { camera, controls } = this;
    const offset = camera.position.clone().sub(controls.target);
    offset.applyAxisAngle(camera.up, around);
    const side = new Vector3().crossVectors(camera.up, offset).normalize();
    const tilted = offset.clone().applyAxisAngle(side, -up);
    // not over the poles, where up would turn round
    if (Math.abs(tilted.clone().normalize().dot(camera.up)) < 0.995) offset.copy(tilted);
    camera.position.copy(controls.target).add(offset);
    this.update();
  }

  dolly(factor: number): void {
    const { target } = this.controls;
    this.camera.position.sub(target).multiplyScalar(factor).add(target);
    this.update();
  }

  /** Whatever was moved: nothing near or far is cut away, and it is drawn. */
  update(): void {
    const distance = this.camera.position.distanceTo(this.controls.target);
    this.camera.near = distance / 1000;
    this.camera.far = distance * 20 + this.bounds.radius * 20;
    this.controls.update();
    this.#onChange();
  }

  #distanceFor(radius: number): number {
    return radius / Math.sin(this.#halfField);
  }
}
