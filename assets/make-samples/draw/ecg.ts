import { COLOR } from './palette.ts';
import { drawing, line, polyline, text, type Drawing, type Point } from './svg.ts';

const bump = (t: number, at: number, height: number, width: number) =>
  height * Math.exp(-(((t - at) / width) ** 2));

/** One beat in mV; `t` in seconds from 0.25 s before the R wave. */
function beat(t: number): number {
  return (
    bump(t, 0.08, 0.14, 0.028) +
    bump(t, 0.225, -0.12, 0.01) +
    bump(t, 0.25, 1.15, 0.012) +
    bump(t, 0.278, -0.26, 0.013) +
    bump(t, 0.5, 0.3, 0.05)
  );
}

/** Times of the R waves for a rhythm: regular, or irregular as in atrial fibrillation. */
export function beatTimes(kind: 'regular' | 'irregular', seconds: number): number[] {
  const gaps = kind === 'regular' ? [0.8] : [0.62, 0.94, 0.55, 1.08, 0.71, 0.83, 0.49];
  const times: number[] = [];
  for (let t = 0.4, i = 0; t < seconds - 0.1; t += gaps[i % gaps.length] ?? 0.8, i++) times.push(t);
  return times;
}

/** A strip of lead II on its pink paper: 25 mm/s, 10 mm/mV, 8 px a millimetre. */
export function ecgStrip(kind: 'regular' | 'irregular', title: string): Drawing {
  const [width, height] = [1240, 480];
  const parts: string[] = [];
  for (let x = 20; x <= 1220; x += 8)
    parts.push(
      line(x, 72, x, 456, { stroke: '#f3c4c4', strokeWidth: (x - 20) % 40 === 0 ? 1.8 : 0.7 }),
    );
  for (let y = 72; y <= 456; y += 8)
    parts.push(
      line(20, y, 1220, y, { stroke: '#f3c4c4', strokeWidth: (y - 72) % 40 === 0 ? 1.8 : 0.7 }),
    );
  const times = beatTimes(kind, 6);
  const points = Array.from({ length: 2401 }, (_, i): Point => {
    const t = (i / 2400) * 6;
    const wave = times.reduce((sum, at) => sum + beat(t - at + 0.25), 0);
    const wander = kind === 'irregular' ? 0.04 * Math.sin(t * 41) + 0.03 * Math.sin(t * 57) : 0;
    return [20 + t * 200, 312 - (wave + wander) * 80 * 2];
  });
  parts.push(polyline(points, { stroke: '#22303f', strokeWidth: 3 }));
  parts.push(text(20, 46, title, 24, { fontWeight: 650 }));
  parts.push(text(1220, 46, '25 mm/s · 20 mm/mV', 18, { textAnchor: 'end', fill: COLOR.soft }));
  return drawing(width, height, parts, '#fffafa');
}
