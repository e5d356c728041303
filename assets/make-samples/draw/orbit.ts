import { COLOR } from './palette.ts';
import {
  circle,
  drawing,
  ellipse,
  group,
  path,
  pathOf,
  text,
  type Drawing,
  type Point,
} from './svg.ts';

export interface Orbit {
  readonly width: number;
  readonly height: number;
  readonly eccentricity: number;
  /** Semi-major axis in px. */
  readonly axis: number;
}

/** Position in px at a share of the period, 0 at perihelion, by Kepler's equation. */
export function orbitPoint(orbit: Orbit, phase: number): Point {
  const mean = 2 * Math.PI * phase;
  let anomaly = mean;
  for (let i = 0; i < 12; i++)
    anomaly -=
      (anomaly - orbit.eccentricity * Math.sin(anomaly) - mean) /
      (1 - orbit.eccentricity * Math.cos(anomaly));
  const minor = orbit.axis * Math.sqrt(1 - orbit.eccentricity ** 2);
  return [
    orbit.width / 2 + orbit.axis * Math.cos(anomaly),
    orbit.height / 2 - minor * Math.sin(anomaly),
  ];
}

export function sunPoint(orbit: Orbit): Point {
  return [orbit.width / 2 + orbit.axis * orbit.eccentricity, orbit.height / 2];
}

function stars(orbit: Orbit): string[] {
  return Array.from({ length: 70 }, (_, i) => {
    const x = (i * 7919) % orbit.width;
    const y = (i * 104729) % orbit.height;
    return circle(x, y, 0.7 + (i % 3) * 0.4, { fill: '#fff', opacity: 0.25 + (i % 4) * 0.12 });
  });
}

/** The ellipse, its sun and, where asked for, swept sectors of equal area. */
export function orbitScene(orbit: Orbit, parts: readonly string[], night = true): Drawing {
  const [sx, sy] = sunPoint(orbit);
  const minor = orbit.axis * Math.sqrt(1 - orbit.eccentricity ** 2);
  const base = [
    ...(night ? stars(orbit) : []),
    ellipse(orbit.width / 2, orbit.height / 2, orbit.axis, minor, {
      fill: 'none',
      stroke: night ? '#5b6f96' : COLOR.faint,
      strokeWidth: 2,
      strokeDasharray: '3 7',
    }),
    circle(sx, sy, 34, { fill: '#f2b632', opacity: 0.25 }),
    circle(sx, sy, 20, { fill: '#f6c445' }),
  ];
  return drawing(orbit.width, orbit.height, [...base, ...parts], night ? '#0e1630' : COLOR.paper);
}

/** The area that the line from the sun sweeps between two phases. */
export function sector(orbit: Orbit, from: number, to: number, fill: string): string {
  const rim = Array.from({ length: 25 }, (_, i) =>
    orbitPoint(orbit, from + ((to - from) * i) / 24),
  );
  return path(pathOf([sunPoint(orbit), ...rim], true), { fill, opacity: 0.5 });
}

/** One frame of the film: the planet, its trail and the sector swept since the last sixth. */
export function orbitFrame(orbit: Orbit, phase: number, uniform = false): Drawing {
  const at = (p: number): Point => {
    if (!uniform) return orbitPoint(orbit, p);
    const minor = orbit.axis * Math.sqrt(1 - orbit.eccentricity ** 2);
    const angle = 2 * Math.PI * p;
    return [
      orbit.width / 2 + orbit.axis * Math.cos(angle),
      orbit.height / 2 - minor * Math.sin(angle),
    ];
  };
  const [x, y] = at(phase);
  const trail = Array.from({ length: 16 }, (_, i) => {
    const [tx, ty] = at(phase - 0.008 * (i + 1));
    return circle(tx, ty, 8 * (1 - i / 18), { fill: '#7db3e8', opacity: 0.34 * (1 - i / 16) });
  });
  const sweep = uniform ? '' : sector(orbit, phase - 0.09, phase, '#6fa8dc');
  const label = group([
    text(24, 40, 'equal areas in equal times', 20, { fill: '#cfd9ee', fontWeight: 600 }),
  ]);
  return orbitScene(orbit, [
    sweep,
    ...trail,
    circle(x, y, 12, { fill: '#8fc1f0', stroke: '#fff', strokeWidth: 2 }),
    uniform ? '' : label,
  ]);
}
