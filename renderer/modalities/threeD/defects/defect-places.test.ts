import { expect, test } from 'vitest';
import type { DefectKind } from '../../../../shared/model/defects.ts';
import { countSpots, decodePlaces, findSpot } from './defect-places.ts';

const pack = (numbers: Float32Array | Uint32Array): string =>
  btoa(String.fromCharCode(...new Uint8Array(numbers.buffer)));
const kindOf = (places: Partial<DefectKind>): DefectKind => ({
  id: 'degenerate-faces',
  label: '',
  hint: '',
  total: 1,
  shown: 1,
  ...places,
});

test('places come out of base64 as they went in, and what is not there is empty', () => {
  const places = decodePlaces(kindOf({ segments: pack(Float32Array.of(0, 1.5, -2, 4, 5, 6e-7)) }));

  expect([...places.segments]).toEqual([...Float32Array.of(0, 1.5, -2, 4, 5, 6e-7)]);
  expect([places.triangles.length, places.points.length, places.groups.length]).toEqual([0, 0, 0]);
});

test('going on behind the last place comes to the first again', () => {
  const places = decodePlaces(
    kindOf({
      segments: pack(Float32Array.of(0, 0, 0, 2, 0, 0)),
      points: pack(Float32Array.of(7, 8, 9)),
    }),
  );

  expect(countSpots(places)).toBe(2);
  expect(findSpot(places, 0)).toEqual({ center: [1, 0, 0], radius: 1 });
  expect(findSpot(places, 1)).toEqual({ center: [7, 8, 9], radius: 0 });
  expect(findSpot(places, 2)).toEqual(findSpot(places, 0));
});

test('a triangle is looked at from its side, and one without area from anywhere', () => {
  const corners = [0, 0, 0, 2, 0, 0, 0, 2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1];
  const places = decodePlaces(kindOf({ triangles: pack(Float32Array.from(corners)) }));

  expect(findSpot(places, 0)).toEqual({ center: [1, 1, 0], radius: Math.SQRT2, normal: [0, 0, 1] });
  expect(findSpot(places, 1)).toEqual({ center: [1, 1, 1], radius: 0 });
});

test('a component is one place, the smallest first', () => {
  const triangle = (x: number) => [x, 0, 0, x + 2, 0, 0, x, 2, 0];
  const places = decodePlaces(
    kindOf({
      id: 'components',
      triangles: pack(Float32Array.from([...triangle(0), ...triangle(2), ...triangle(50)])),
      groups: pack(Uint32Array.of(0, 0, 1)),
    }),
  );

  expect(countSpots(places)).toBe(2);
  expect(findSpot(places, 0)).toMatchObject({ center: [51, 1, 0] });
  expect(findSpot(places, 1)).toMatchObject({ center: [2, 1, 0] });
});

test('of nothing there is no place', () => {
  expect(findSpot(decodePlaces(kindOf({})), 0)).toBeUndefined();
});
