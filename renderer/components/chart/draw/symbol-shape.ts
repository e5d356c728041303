import type { ToneLook } from '../chart-theme.ts';

/** The shape of a point, round its middle; every tone has its own. */
export function symbolShape(symbol: ToneLook['symbol'], x: number, y: number, sizePx: number) {
  const half = sizePx / 2;
  switch (symbol) {
    case 'circle':
      return { type: 'circle' as const, shape: { cx: x, cy: y, r: half } };
    case 'rect':
      return {
        type: 'rect' as const,
        shape: { x: x - half + 0.5, y: y - half + 0.5, width: sizePx - 1, height: sizePx - 1 },
      };
    case 'triangle':
      return polygon([
        [x, y - half],
        [x + half, y + half],
        [x - half, y + half],
      ]);
    case 'diamond':
      return polygon([
        [x, y - half - 1],
        [x + half + 1, y],
        [x, y + half + 1],
        [x - half - 1, y],
      ]);
  }
}

function polygon(points: number[][]) {
  return { type: 'polygon' as const, shape: { points } };
}
