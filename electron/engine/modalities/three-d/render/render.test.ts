import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { TriangleMesh } from '../../../media/decode/geometry/geometry.ts';
import { type Camera, createCamera, project, type View } from './camera.ts';
import { drawCloud } from './draw-cloud.ts';
import { drawMesh } from './draw-mesh.ts';
import { createRaster, type Raster } from './raster.ts';
import { boundsOf, createDrawing, renderViews, VIEWS } from './render-views.ts';
import { vertexNormals } from './vertex-normals.ts';

const SIDE = 400;
const FROM_Z: View = { name: 'from +Z', from: [0, 0, 1], up: [0, 1, 0] };

function cube(): TriangleMesh {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i & 1, (i >> 1) & 1, i >> 2]);
  const quads = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ];
  return {
    kind: 'mesh',
    positions: Float64Array.from(corners.flat(), (value) => value - 0.5),
    faces: Uint32Array.from(quads.flatMap(([a, b, c, d]) => [a!, b!, c!, a!, c!, d!])),
  };
}

function sphere(rings: number): TriangleMesh {
  const positions: number[] = [];
  const faces: number[] = [];
  for (let i = 0; i <= rings; i++) {
    for (let j = 0; j <= rings; j++) {
      const theta = (Math.PI * i) / rings;
      const phi = (2 * Math.PI * j) / rings;
      positions.push(
        Math.sin(theta) * Math.cos(phi),
        Math.cos(theta),
        Math.sin(theta) * Math.sin(phi),
      );
      if (i === rings || j === rings) continue;
      const at = i * (rings + 1) + j;
      faces.push(at, at + 1, at + rings + 1, at + 1, at + rings + 2, at + rings + 1);
    }
  }
  return {
    kind: 'mesh',
    positions: Float64Array.from(positions),
    faces: Uint32Array.from(faces),
  };
}

function draw(mesh: TriangleMesh, view = FROM_Z): { raster: Raster; camera: Camera } {
  const { centre, radius } = boundsOf(mesh);
  const raster = createRaster(SIDE);
  const camera = createCamera(view, centre, radius, SIDE);
  createDrawing(mesh)(raster, camera);
  return { raster, camera };
}

const area = ({ nearness }: Raster) => nearness.reduce((sum, near) => sum + (near > 0 ? 1 : 0), 0);

test('the outline of a cube seen along an axis is its near face in perspective', () => {
  const { raster, camera } = draw(cube());

  // the near face has side 1 and stands half a side nearer than the centre
  const side = camera.focal / (camera.distance - 0.5);
  expect(Math.abs(area(raster) / side ** 2 - 1)).toBeLessThan(0.01);
});

test('the outline of a ball is the disc of its tangents, the same from everywhere', () => {
  for (const view of VIEWS) {
    const { raster, camera } = draw(sphere(96), view);

    // tangents touch at √(d² − r²), r = 1; a ball of 96 rings is 0.1 % smaller
    const radius = camera.focal / Math.sqrt(camera.distance ** 2 - 1);
    expect(Math.abs(area(raster) / (Math.PI * radius ** 2) - 1)).toBeLessThan(0.01);
  }
});

test('the nearer of two faces hides the other, whichever is drawn first', () => {
  const square = (z: number, half: number) => [
    ...[-half, -half, z, half, -half, z],
    ...[half, half, z, -half, half, z],
  ];
  const positions = Float64Array.from([...square(0.5, 0.4), ...square(-0.5, 1)]);
  const red = [255, 0, 0];
  const green = [0, 255, 0];
  const colours = Uint8Array.from([red, red, red, red, green, green, green, green].flat());
  const near = [0, 1, 2, 0, 2, 3];
  const far = near.map((vertex) => vertex + 4);
  const pixels = [
    [...near, ...far],
    [...far, ...near],
  ].map((order) => {
    const faces = Uint32Array.from(order);
    const raster = createRaster(SIDE);
    const camera = createCamera(FROM_Z, [0, 0, 0], 1.5, SIDE);
    drawMesh(
      raster,
      { positions, faces, normals: vertexNormals(positions, faces), colours },
      camera,
    );
    return raster.colour;
  });

  const at = (x: number, y: number) => [...pixels[0]!.subarray((y * SIDE + x) * 3).subarray(0, 3)];
  const [redMiddle, greenMiddle] = at(SIDE / 2, SIDE / 2);
  expect(redMiddle).toBeGreaterThan(100);
  expect(greenMiddle).toBe(0);
  const [redAside, greenAside] = at(SIDE / 2 + 60, SIDE / 2);
  expect(redAside).toBe(0);
  expect(greenAside).toBeGreaterThan(100);
  expect(pixels[1]).toEqual(pixels[0]);
});

test('the winding of faces does not matter', () => {
  const mesh = cube();
  const turned = { ...mesh, faces: Uint32Array.from(mesh.faces).reverse() };

  for (const view of VIEWS) {
    const pictures = [draw(mesh, view).raster, draw(turned, view).raster];
    const [a, b] = pictures.map(({ colour }) => colour);
    const worst = a!.reduce((most, value, i) => Math.max(most, Math.abs(value - b![i]!)), 0);
    // a pixel on an edge may take its shade from either face
    const different = a!.reduce((n, value, i) => n + (Math.abs(value - b![i]!) > 2 ? 1 : 0), 0);
    expect(different / a!.length, `${view.name}, at worst ${worst}`).toBeLessThan(0.005);
  }
});

test('the sides of a cube that meet in a corner are told apart by their shades', () => {
  const { raster } = draw(cube(), VIEWS[0]);

  const shades = new Map<number, number>();
  for (let at = 0; at < raster.nearness.length; at++) {
    if (raster.nearness[at] === 0) continue;
    const shade = raster.colour[at * 3]!;
    shades.set(shade, (shades.get(shade) ?? 0) + 1);
  }
  const large = [...shades].filter(([, pixels]) => pixels > 3000).map(([shade]) => shade);
  expect(large).toHaveLength(3);
  expect(Math.max(...large) - Math.min(...large)).toBeGreaterThan(20);
});

test('each view looks from where its name says and has up what its name says', () => {
  for (const view of VIEWS) {
    const camera = createCamera(view, [0, 0, 0], 1, SIDE);
    const named = [...view.name.matchAll(/([+−])([XYZ])/g)].map(([, sign, axis]) => ({
      axis: 'XYZ'.indexOf(axis!),
      sign: sign === '+' ? 1 : -1,
    }));
    const upAxis = 'XYZ'.indexOf(/([XYZ]) points up/.exec(view.name)?.[1] ?? '');
    const probe = (axis: number, value: number) => {
      const point = new Float64Array(3);
      point[axis] = value;
      return project(point, camera);
    };

    expect(named.length).toBeGreaterThan(0);
    for (const { axis, sign } of named) {
      expect(probe(axis, sign).nearness[0]).toBeGreaterThan(probe(axis, -sign).nearness[0]!);
    }
    expect(probe(upAxis, 1).y[0]).toBeLessThan(SIDE / 2 - 10);
  }
  // right-handed: Y up and looking at −Z, X points right
  const camera = createCamera(FROM_Z, [0, 0, 0], 1, SIDE);
  expect(project(Float64Array.of(1, 0, 0), camera).x[0]).toBeGreaterThan(SIDE / 2 + 10);
});

test('the axes in the corner point where the axes of the object point', async () => {
  const views = await renderViews(cube(), 256);
  // seen from +Z the red arrow points right, from −Z left
  for (const [name, direction] of [
    ['from +Z, Y points up', 1],
    ['from −Z, Y points up', -1],
  ] as const) {
    const png = views.find((view) => view.name === name)?.png;
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 256, height: 256, channels: 3 });
    const mean = (isIn: (r: number, g: number, b: number) => boolean) => {
      const xs: number[] = [];
      for (let i = 0; i < data.length; i += 3) {
        if (isIn(data[i]!, data[i + 1]!, data[i + 2]!)) xs.push((i / 3) % 256);
      }
      return xs.reduce((sum, x) => sum + x, 0) / xs.length;
    };
    const red = mean((r, g, b) => r > 150 && g < 90 && b < 90);
    const green = mean((r, g, b) => g > 100 && r < 70 && b < 90);
    expect((red - green) * direction).toBeGreaterThan(5);
  }
});

test('a nearer point hides the points behind it, and far ones are darker', () => {
  const raster = createRaster(SIDE);
  const camera = createCamera(FROM_Z, [0, 0, 0], 1, SIDE);
  const positions = Float64Array.of(0, 0, -0.9, 0, 0, 0.9, 0.7, 0, -0.5);
  const colours = Uint8Array.of(0, 0, 200, 200, 0, 0, 200, 0, 0);

  drawCloud(raster, { positions, colours }, camera);

  const middle = (200 * SIDE + 200) * 3;
  expect([...raster.colour.subarray(middle, middle + 3)]).toEqual([200, 0, 0]);
  const { x } = project(positions, camera);
  const aside = (200 * SIDE + Math.floor(x[2]!)) * 3;
  expect(raster.colour[aside]).toBeGreaterThan(100);
  expect(raster.colour[aside]).toBeLessThan(200);
});

test('a single point, a flat object and a vertex that no face has are drawn, too', async () => {
  const point = { kind: 'cloud', positions: Float64Array.of(5, 5, 5) } as const;
  const flat: TriangleMesh = {
    kind: 'mesh',
    positions: Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 1e9, 1e9, 1e9),
    faces: Uint32Array.of(0, 1, 2),
  };

  expect(boundsOf(point)).toEqual({ centre: [5, 5, 5], radius: 1, extents: [0, 0, 0] });
  expect(boundsOf(flat).extents).toEqual([1, 1, 0]);
  expect(area(draw(flat).raster)).toBeGreaterThan(SIDE * SIDE * 0.1);
  expect(await renderViews(point, 64)).toHaveLength(VIEWS.length);
});
