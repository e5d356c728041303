// A scene around one model: lights, camera, axes, orbit. Pure three.js, without React.
import {
  AxesHelper,
  Box3,
  DirectionalLight,
  Fog,
  HemisphereLight,
  Mesh,
  type Object3D,
  PerspectiveCamera,
  Points,
  Scene,
  Sphere,
  Vector3,
} from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import { boundingSphere, disposeObject, tintObject } from './measure.ts';
import { addTile } from './shared-renderer.ts';

const FIELD_OF_VIEW = 40;
const FROM = new Vector3(0.9, 0.6, 1.25).normalize();

/** What a view can do with the model that it shows. */
export interface Stage {
  readonly show: (object: Object3D) => void;
  readonly invalidate: () => void;
  /** Colours of what has none of its own, and of what lies behind the model. */
  readonly setColors: (model: string, background: string) => void;
  readonly reset: () => void;
  readonly setWireframe: (isOn: boolean) => void;
  readonly setAxes: (isOn: boolean) => void;
  readonly setWheelZoom: (isOn: boolean) => void;
  /** Turns by angles in radians. */
  readonly orbit: (around: number, up: number) => void;
  readonly dolly: (factor: number) => void;
  readonly dispose: () => void;
}

/** @throws Error when the browser gives no WebGL context */
export function createStage(canvas: HTMLCanvasElement, onError: (error: unknown) => void): Stage {
  const scene = new Scene();
  const camera = new PerspectiveCamera(FIELD_OF_VIEW);
  const lamp = new DirectionalLight(0xffffff, 2.4);
  camera.add(lamp);
  lamp.position.set(-0.6, 0.9, 1);
  scene.add(camera, new HemisphereLight(0xffffff, 0x667088, 1.1));
  const tile = addTile({ canvas, scene, camera, onError });
  const controls = new OrbitControls(camera, canvas);
  controls.enableZoom = false;
  controls.addEventListener('change', () => {
    const distance = camera.position.distanceTo(bounds.center);
    fog.near = distance - bounds.radius * 0.6;
    fog.far = distance + bounds.radius * 1.5;
    tile.invalidate();
  });
  const resized = new ResizeObserver(tile.invalidate);
  resized.observe(canvas);
  const axes = new AxesHelper(1);
  axes.visible = false;
  // over the model, whose edges it would else flicker with
  for (const material of [axes.material].flat()) {
    if ('depthTest' in material) material.depthTest = false;
  }
  axes.renderOrder = 1;
  scene.add(axes);
  const fog = new Fog(0xffffff);
  let colors = { model: '#888888', background: '#ffffff' };
  let model: Object3D | undefined;
  let bounds = new Sphere(new Vector3(), 1);

  function reset(): void {
    const distance = (bounds.radius / Math.sin((FIELD_OF_VIEW * Math.PI) / 360)) * 1.08;
    camera.position.copy(bounds.center).addScaledVector(FROM, distance);
    camera.near = distance / 1000;
    camera.far = distance * 20;
    controls.target.copy(bounds.center);
    controls.update();
    tile.invalidate();
  }

  return {
    invalidate: tile.invalidate,
    reset,
    show(object) {
      if (model !== undefined) {
        scene.remove(model);
        disposeObject(model);
      }
      model = object;
      scene.add(object);
      tintObject(object, colors.model);
      bounds = boundingSphere(object);
      // points have no shading: what is farther away fades instead
      scene.fog = object instanceof Points ? fog : null;
      axes.position.copy(new Box3().setFromObject(object).min);
      axes.scale.setScalar(bounds.radius * 0.7);
      reset();
    },
    setColors(modelColor, background) {
      colors = { model: modelColor, background };
      fog.color.set(background);
      if (model !== undefined) tintObject(model, modelColor);
      tile.invalidate();
    },
    setWireframe(isOn) {
      model?.traverse((node) => {
        if (!(node instanceof Mesh)) return;
        for (const material of [node.material].flat()) {
          if ('wireframe' in material) material.wireframe = isOn;
        }
      });
      tile.invalidate();
    },
    setAxes(isOn) {
      axes.visible = isOn;
      tile.invalidate();
    },
    setWheelZoom(isOn) {
      controls.enableZoom = isOn;
    },
    orbit(around, up) {
      const offset = camera.position.clone().sub(controls.target);
      offset.applyAxisAngle(camera.up, around);
      const side = new Vector3().crossVectors(camera.up, offset).normalize();
      const tilted = offset.clone().applyAxisAngle(side, -up);
      // not over the poles, where up would turn round
      if (Math.abs(tilted.clone().normalize().dot(camera.up)) < 0.995) offset.copy(tilted);
      camera.position.copy(controls.target).add(offset);
      controls.update();
      tile.invalidate();
    },
    dolly(factor) {
      camera.position.sub(controls.target).multiplyScalar(factor).add(controls.target);
      controls.update();
      tile.invalidate();
    },
    dispose() {
      resized.disconnect();
      controls.dispose();
      if (model !== undefined) disposeObject(model);
      disposeObject(axes);
      tile.remove();
    },
  };
}
