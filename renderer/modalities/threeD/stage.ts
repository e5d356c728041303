// A scene around one model: lights, camera, axes. Pure three.js, without React.
import {
  AxesHelper,
  Box3,
  DirectionalLight,
  HemisphereLight,
  type Object3D,
  PerspectiveCamera,
  Points,
  Scene,
  Sphere,
} from 'three';
import type { DefectKindId, ModelDefects } from '../../../shared/model/defects.ts';
import { createDefectLayers, type DefectLayers } from './defects/defect-layers.ts';
import { boundingSphere, disposeObject, setWireframe, shiftOf, tintObject } from './measure.ts';
import { createOrbit, type Orbit } from './orbit.ts';
import { createModelSpots, type ModelSpots } from './model-spots.ts';
import { addTile, type Tile, type TileHandle } from './shared-renderer.ts';
import { createSurfacePainter, type SurfaceLook, type SurfacePainter } from './surface.ts';

const FIELD_OF_VIEW = 40;

/** What a view can do with the model that it shows. */
export interface Stage {
  readonly orbit: Pick<
    Orbit,
    'approach' | 'turn' | 'dolly' | 'setWheelZoom' | 'setUnit' | 'setLink'
  >;
  readonly show: (object: Object3D) => void;
  readonly invalidate: () => void;
  /** Colours of what has none of its own, and of what lies behind the model. */
  readonly setColors: (model: string, background: string) => void;
  readonly reset: () => void;
  readonly setWireframe: (isOn: boolean) => void;
  readonly setAxes: (isOn: boolean) => void;
  /** How the surface is coloured; defects that are laid over it keep it grey instead of its own. */
  readonly setLook: (look: SurfaceLook) => void;
  /** Mean of the faces' shape figures; undefined until they are looked at, and for points. */
  readonly meanQuality: () => number | undefined;
  /** Lays defects over the model, which is grey meanwhile; undefined takes them away. */
  readonly setDefects: (defects: ModelDefects | undefined) => void;
  readonly showDefects: (kinds: ReadonlySet<DefectKindId>) => void;
  /** Comes close to a defect of a kind; behind the last one comes the first again. */
  readonly goToDefect: (kind: DefectKindId, index: number) => void;
  /** Places of the model in its tile; undefined while there is no model. */
  readonly spots: () => ModelSpots | undefined;
  /** Calls back whenever it was drawn anew. @returns what ends that */
  readonly onDrawn: (listener: () => void) => () => void;
  readonly dispose: () => void;
}

/** @throws Error when the browser gives no WebGL context */
export function createStage(canvas: HTMLCanvasElement, onError: (error: unknown) => void): Stage {
  const { scene, camera, axes } = makeScene();
  const tile = addHeardTile({ canvas, scene, camera, fieldOfView: FIELD_OF_VIEW, onError });
  const orbit = createOrbit(camera, canvas, tile.invalidate);
  const resized = new ResizeObserver(tile.invalidate);
  resized.observe(canvas);
  let color = '#888888';
  let model: Object3D | undefined;
  let painter: SurfacePainter | undefined;
  let layers: DefectLayers | undefined;
  let isWireframe = false;
  let look: SurfaceLook = 'own';
  let spots: ModelSpots | undefined;

  function repaint(): void {
    painter?.paint(look === 'own' && layers !== undefined ? 'plain' : look);
    if (model === undefined) return;
    tintObject(model, color);
    setWireframe(model, isWireframe);
    tile.invalidate();
  }

  return {
    orbit,
    invalidate: tile.invalidate,
    reset: () => orbit.frame(),
    show(object) {
      model = object;
      scene.add(object);
      painter = createSurfacePainter(object);
      repaint();
      const bounds = boundingSphere(object);
      // points have no shading: what is farther away fades instead
      scene.fog = object instanceof Points ? orbit.haze : null;
      placeAxes(axes, object, bounds.radius);
      orbit.frame(bounds);
      spots = createModelSpots(object, bounds.radius, camera, canvas);
    },
    setColors(modelColor, background) {
      color = modelColor;
      orbit.haze.color.set(background);
      repaint();
    },
    setWireframe(isOn) {
      isWireframe = isOn;
      repaint();
    },
    setAxes(isOn) {
      axes.visible = isOn;
      tile.invalidate();
    },
    setLook(next) {
      look = next;
      repaint();
    },
    meanQuality: () => painter?.meanQuality(),
    setDefects(defects) {
      layers?.dispose();
      layers = defects && model && createDefectLayers(defects, shiftOf(model));
      if (layers !== undefined) scene.add(layers.root);
      repaint();
    },
    showDefects(kinds) {
      layers?.show(kinds);
      tile.invalidate();
    },
    goToDefect(kind, index) {
      const spot = layers?.spot(kind, index);
      if (spot !== undefined) orbit.approach(new Sphere(spot.center, spot.radius), spot.normal);
    },
    spots: () => spots,
    onDrawn: tile.onDrawn,
    dispose() {
      resized.disconnect();
      orbit.dispose();
      layers?.dispose();
      painter?.dispose();
      if (model !== undefined) disposeObject(model);
      disposeObject(axes);
      tile.remove();
    },
  };
}

/** A tile that many may ask to be told of each drawing. */
function addHeardTile(tile: Omit<Tile, 'onDrawn'>): TileHandle & Pick<Stage, 'onDrawn'> {
  const listeners = new Set<() => void>();
  const handle = addTile({ ...tile, onDrawn: () => listeners.forEach((listener) => listener()) });
  return {
    ...handle,
    onDrawn(listener) {
      listeners.add(listener);
      handle.invalidate();
      return () => void listeners.delete(listener);
    },
  };
}

function makeScene() {
  const scene = new Scene();
  const camera = new PerspectiveCamera(FIELD_OF_VIEW);
  const lamp = new DirectionalLight(0xffffff, 2.4);
  lamp.position.set(-0.6, 0.9, 1);
  camera.add(lamp);
  const axes = makeAxes();
  scene.add(camera, axes, new HemisphereLight(0xffffff, 0x667088, 1.1));
  return { scene, camera, axes };
}

/** At the lowest corner of what is shown. */
function placeAxes(axes: AxesHelper, object: Object3D, radius: number): void {
  axes.position.copy(new Box3().setFromObject(object).min);
  axes.scale.setScalar(radius * 0.7);
}

function makeAxes(): AxesHelper {
  const axes = new AxesHelper(1);
  axes.visible = false;
  // over the model, whose edges it would else flicker with
  for (const material of [axes.material].flat()) {
    if ('depthTest' in material) material.depthTest = false;
  }
  axes.renderOrder = 1;
  return axes;
}
