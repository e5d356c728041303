import { lineChart, type Series } from './chart.ts';
import { COLOR } from './palette.ts';
import type { Drawing, Point } from './svg.ts';

export const LIGHT = [0, 50, 100, 200, 400, 800, 1200, 1600] as const;

/** Net rate in µmol CO₂ m⁻² s⁻¹ by a rectangular hyperbola minus respiration, one decimal. */
export function netRate(light: number, maximum: number, half: number, respiration: number): number {
  return Math.round(((maximum * light) / (half + light) - respiration) * 10) / 10;
}

export const sunLeaf = (light: number) => netRate(light, 24, 320, 2.1);
export const shadeLeaf = (light: number) => netRate(light, 9.5, 90, 0.6);

/** Light response of a sun leaf and a shade leaf of beech. */
export function photosynthesisChart(): Drawing {
  const series = (
    rate: (light: number) => number,
    color: string,
    label: string,
    labelAt: Point,
  ): Series => ({
    points: LIGHT.map((light): Point => [light, rate(light)]),
    color,
    label,
    labelAt,
    markers: true,
  });
  return lineChart(
    {
      title: 'Light response of photosynthesis in beech',
      subtitle: 'Net CO₂ uptake of one sun leaf and one shade leaf, 20 °C, 400 ppm CO₂',
      x: {
        label: 'photon flux density / µmol m⁻² s⁻¹',
        min: 0,
        max: 1700,
        ticks: [0, 400, 800, 1200, 1600],
      },
      y: {
        label: 'net CO₂ uptake / µmol m⁻² s⁻¹',
        min: -5,
        max: 20,
        ticks: [-5, 0, 5, 10, 15, 20],
      },
    },
    [
      series(sunLeaf, COLOR.gold, 'sun leaf', [980, 16.6]),
      series(shadeLeaf, COLOR.green, 'shade leaf', [980, 6.6]),
    ],
  );
}
