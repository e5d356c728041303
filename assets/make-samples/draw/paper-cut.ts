import { circle, drawing, group, path, type Drawing } from './svg.ts';

export interface PaperCutLook {
  readonly color: string;
  readonly petals: number;
  /** Leaves the outer ring out: a poorer pattern. */
  readonly simple?: boolean;
  readonly background?: string;
}

/** A radially symmetric paper-cut, 1,000 px, transparent where the paper is cut away. */
export function paperCut(look: PaperCutLook): Drawing {
  const { color, petals, simple = false } = look;
  const fill = { fill: color };
  const line = { fill: 'none', stroke: color };
  const ring = (make: (i: number) => string, count = petals, turn = 0) =>
    Array.from({ length: count }, (_, i) =>
      group([make(i)], { transform: `rotate(${turn + (360 * i) / count})` }),
    ).join('');
  // outer leaf with three slits: even-odd keeps the slits open
  const leaf =
    'M0 -452C74 -390 78 -310 0 -248C-78 -310 -74 -390 0 -452Z' +
    'M0 -424C14 -380 14 -330 0 -286C-14 -330 -14 -380 0 -424Z' +
    'M30 -372C46 -352 44 -328 26 -306C34 -330 36 -350 30 -372Z' +
    'M-30 -372C-46 -352 -44 -328 -26 -306C-34 -330 -36 -350 -30 -372Z';
  const heart = 'M0 -262C-46 -306 -66 -238 0 -190C66 -238 46 -306 0 -262Z';
  const petal =
    'M0 -176C42 -146 40 -98 0 -62C-40 -98 -42 -146 0 -176ZM0 -152C14 -130 12 -108 0 -90C-12 -108 -14 -130 0 -152Z';
  const parts = [
    simple ? '' : circle(0, 0, 470, { ...line, strokeWidth: 16 }),
    simple ? '' : ring(() => circle(0, -470, 17, fill), petals * 4),
    simple ? '' : ring(() => path(leaf, { ...fill, fillRule: 'evenodd' })),
    simple ? '' : ring(() => path('M0 -452L30 -396L0 -340L-30 -396Z', fill), petals, 180 / petals),
    circle(0, 0, 262, { ...line, strokeWidth: 12 }),
    ring(() => path(heart, fill), petals, 180 / petals),
    circle(0, 0, 182, { ...line, strokeWidth: 12 }),
    ring(() => path(petal, { ...fill, fillRule: 'evenodd' })),
    circle(0, 0, 62, { ...line, strokeWidth: 12 }),
    ring(() => path('M0 -50L9 -16L0 -8L-9 -16Z', fill)),
  ];
  return drawing(1000, 1000, [group(parts, { transform: 'translate(500 500)' })], look.background);
}
