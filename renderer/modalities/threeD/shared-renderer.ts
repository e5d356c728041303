// ONE WebGL context for all 3D tiles of the page: browsers allow a dozen or so, an instance may show
// more models than that. Each tile has a plain 2D canvas; a frame is rendered into the shared one and
// copied. Nothing is drawn unless something changed.
import { verticalField } from './field-of-view.ts';
import { type PerspectiveCamera, type Scene, WebGLRenderer } from 'three';

/** A tile that is drawn into its own canvas. */
export interface Tile {
  readonly canvas: HTMLCanvasElement;
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  /** In degrees, seen at least both ways. */
  readonly fieldOfView: number;
  /** Told when it was drawn, e.g. to move along what lies over it. */
  readonly onDrawn: () => void;
  /** Told when it cannot be drawn; the other tiles go on. */
  readonly onError: (error: unknown) => void;
}

/** What a view holds of its tile. */
export interface TileHandle {
  /** Draws it in the next frame; asking twice draws once. */
  readonly invalidate: () => void;
  readonly remove: () => void;
}

/** The context is given back when no tile has needed it for so long. */
const KEPT_MS = 20_000;

let renderer: WebGLRenderer | undefined;
const tiles = new Set<Tile>();
const dirty = new Set<Tile>();
let frame = 0;
let release: ReturnType<typeof setTimeout> | undefined;

/** @throws Error when the browser gives no WebGL context */
export function addTile(tile: Tile): TileHandle {
  clearTimeout(release);
  renderer ??= makeRenderer();
  tiles.add(tile);
  const invalidate = () => {
    if (!tiles.has(tile)) return;
    dirty.add(tile);
    frame ||= requestAnimationFrame(draw);
  };
  return {
    invalidate,
    remove: () => {
      tiles.delete(tile);
      dirty.delete(tile);
      tile.canvas.width = 0;
      tile.canvas.height = 0;
      if (tiles.size === 0) release = setTimeout(giveBack, KEPT_MS);
    },
  };
}

function makeRenderer(): WebGLRenderer {
  const made = new WebGLRenderer({ antialias: true, alpha: true, powerPreference: 'low-power' });
  made.setPixelRatio(1); // tiles ask in device pixels
  made.setScissorTest(true);
  made.domElement.addEventListener('webglcontextlost', (event) => event.preventDefault());
  made.domElement.addEventListener('webglcontextrestored', () => {
    for (const tile of tiles) dirty.add(tile);
    frame ||= requestAnimationFrame(draw);
  });
  return made;
}

function draw(): void {
  frame = 0;
  for (const tile of dirty) {
    try {
      drawTile(tile);
      tile.onDrawn();
    } catch (error) {
      tile.onError(error);
    }
  }
  dirty.clear();
}

function drawTile({ canvas, scene, camera, fieldOfView }: Tile): void {
  const width = Math.round(canvas.clientWidth * devicePixelRatio);
  const height = Math.round(canvas.clientHeight * devicePixelRatio);
  const context = canvas.getContext('2d');
  if (renderer === undefined || context === null || width === 0 || height === 0) return;
  const surface = renderer.domElement;
  // grows only: setting the size throws the buffer away and makes a new one
  if (surface.width < width || surface.height < height) {
    renderer.setSize(Math.max(surface.width, width), Math.max(surface.height, height), false);
  }
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  camera.aspect = width / height;
  camera.fov = verticalField(fieldOfView, camera.aspect);
  camera.updateProjectionMatrix();
  renderer.setViewport(0, 0, width, height);
  renderer.setScissor(0, 0, width, height);
  renderer.render(scene, camera);
  context.clearRect(0, 0, width, height);
  const top = surface.height - height;
  context.drawImage(surface, 0, top, width, height, 0, 0, width, height);
}

function giveBack(): void {
  if (tiles.size > 0 || renderer === undefined) return;
  cancelAnimationFrame(frame);
  frame = 0;
  renderer.dispose();
  renderer.forceContextLoss();
  renderer = undefined;
}

/** Geometries and textures on the GPU now; for tests of what is left behind. */
export function gpuMemory(): { geometries: number; textures: number } {
  const { geometries, textures } = renderer?.info.memory ?? { geometries: 0, textures: 0 };
  return { geometries, textures };
}
