import type { ChartSpec } from './chart-spec.ts';
import { drawText, fitted } from './letters.ts';
import { COLOURS, FRAME, INK, LABEL_PX } from './look.ts';

/** A pie beside the list of its parts. */
export function drawPie(chart: Extract<ChartSpec, { readonly labels: unknown }>): string {
  const values = chart.series[0]?.values.map((value) => value ?? 0) ?? [];
  const sum = values.reduce((all, value) => all + value, 0);
  const [cx, cy, radius] = [330, FRAME.height / 2 + 16, 230];
  const step = Math.min(30, (FRAME.height - 110) / values.length);
  let angle = -Math.PI / 2;
  const parts = values.map((value, index) => {
    const turn = (value / sum) * 2 * Math.PI;
    const [from, to] = [angle, angle + turn];
    angle = to;
    const fill = COLOURS[index % COLOURS.length] ?? INK;
    const y = cy - (step * (values.length - 1)) / 2 + index * step;
    const share = `${((100 * value) / sum).toFixed(1)} %`;
    const name = fitted(chart.labels[index] ?? '', 230, LABEL_PX);
    return [
      sector(cx, cy, radius, from, to, fill),
      `<rect x="630" y="${y - 10}" width="12" height="12" fill="${fill}"/>`,
      drawText(name, 652, y + 1, { sizePx: LABEL_PX, fill: INK }),
      drawText(share, 980, y + 1, { sizePx: LABEL_PX, fill: INK, anchor: 'end' }),
    ].join('');
  });
  return parts.join('');
}

function sector(
  cx: number,
  cy: number,
  radius: number,
  from: number,
  to: number,
  fill: string,
): string {
  if (to - from < 1e-9) return '';
  // an arc cannot end where it begins
  if (to - from > 2 * Math.PI - 1e-9) {
    return `<circle cx="${cx}" cy="${cy}" r="${radius}" fill="${fill}"/>`;
  }
  const point = (angle: number) =>
    `${cx + radius * Math.cos(angle)} ${cy + radius * Math.sin(angle)}`;
  const large = to - from > Math.PI ? 1 : 0;
  return `<path d="M${cx} ${cy}L${point(from)}A${radius} ${radius} 0 ${large} 1 ${point(to)}Z" fill="${fill}" stroke="#fff" stroke-width="2"/>`;
}
