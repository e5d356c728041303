import { COLOR } from './palette.ts';
import { circle, drawing, ellipse, group, line, path, rect, text, type Drawing } from './svg.ts';

const at = (x: number, y: number, parts: string[]) =>
  group(parts, { transform: `translate(${x} ${y})` });

/** Every thing stands on y = 0. */
function tomato(): string {
  return (
    ellipse(0, -42, 50, 43, { fill: '#d5402f' }) +
    ellipse(-16, -58, 13, 8, { fill: '#f08a76', opacity: 0.7, transform: 'rotate(-24 -16 -58)' }) +
    path('M0 -84L-26 -92L-9 -76L-18 -62L0 -73L18 -62L9 -76L26 -92Z', { fill: '#3f8f4f' })
  );
}
function egg(): string {
  return path('M0 0C-36 0 -36 -46 -20 -70C-10 -86 10 -86 20 -70C36 -46 36 0 0 0Z', {
    fill: '#f0d9bd',
    stroke: '#d9b994',
    strokeWidth: 2,
  });
}
function bottle(): string {
  return (
    path('M-32 0V-128Q-32 -156 -12 -172V-218H12V-172Q32 -156 32 -128V0Z', {
      fill: '#8aa34b',
      opacity: 0.9,
    }) +
    rect(-14, -236, 28, 24, { fill: '#5c4630', rx: 4 }) +
    rect(-32, -112, 64, 66, { fill: '#f7f0dd' }) +
    text(0, -72, 'olive', 19, { textAnchor: 'middle', fontStyle: 'italic', fill: '#56651f' }) +
    rect(-24, -140, 8, 130, { fill: '#fff', opacity: 0.3, rx: 4 })
  );
}
function cheese(): string {
  return (
    path('M-90 0V-52L74 -98Q90 -60 90 -52V0Z', { fill: '#f0c652' }) +
    path('M-90 -52L74 -98Q90 -66 90 -52Z', { fill: '#f7da86' }) +
    circle(-34, -22, 11, { fill: '#d9a832' }) +
    circle(24, -32, 14, { fill: '#d9a832' }) +
    circle(58, -14, 8, { fill: '#d9a832' })
  );
}
function jar(label: string, fill: string): string {
  return (
    rect(-46, -128, 92, 128, { fill: '#eef4f6', stroke: '#b8c7cf', strokeWidth: 3, rx: 14 }) +
    rect(-42, -92, 84, 88, { fill, rx: 11 }) +
    rect(-50, -148, 100, 28, { fill: '#8a5a3c', rx: 6 }) +
    rect(-34, -70, 68, 36, { fill: '#fffaf0', rx: 4 }) +
    text(0, -45, label, 19, { textAnchor: 'middle', fontStyle: 'italic' })
  );
}
function onion(): string {
  return (
    path(
      'M0 -100C8 -82 52 -76 52 -40C52 -12 26 0 0 0C-26 0 -52 -12 -52 -40C-52 -76 -8 -82 0 -100Z',
      { fill: '#c98a4a' },
    ) +
    [-26, 0, 26]
      .map((x) =>
        path(`M0 -92Q${x * 1.6} -46 ${x * 0.5} -3`, {
          fill: 'none',
          stroke: '#9c6430',
          strokeWidth: 2.5,
          opacity: 0.7,
        }),
      )
      .join('')
  );
}
function basil(): string {
  const leaf = (x: number, y: number, turn: number) =>
    path('M0 0C-24 -12 -24 -46 0 -64C24 -46 24 -12 0 0Z', {
      fill: turn % 2 ? '#4f9d58' : '#3f8749',
      transform: `translate(${x} ${y}) rotate(${turn})`,
    });
  return (
    leaf(-8, -70, -49) +
    leaf(8, -70, 46) +
    leaf(0, -86, -8) +
    leaf(-20, -96, -75) +
    leaf(20, -96, 72) +
    leaf(0, -112, 11) +
    path('M-44 -74H44L34 0H-34Z', { fill: '#c2703f' }) +
    rect(-50, -86, 100, 18, { fill: '#d07f4c', rx: 4 })
  );
}

/** Two shelves of a pantry with the things for a frittata. */
export function pantry(): Drawing {
  const shelf = (y: number) =>
    rect(40, y, 1120, 26, { fill: '#9a6b43' }) + rect(40, y + 26, 1120, 10, { fill: '#7a5231' });
  const wall = Array.from({ length: 13 }, (_, i) =>
    line(40 + i * 93.3, 40, 40 + i * 93.3, 760, { stroke: '#dfd3bb', strokeWidth: 3 }),
  );
  const parts = [
    rect(0, 0, 1200, 800, { fill: '#efe6d3' }),
    ...wall,
    shelf(350),
    shelf(690),
    at(170, 350, [jar('flour', '#fbf6ea')]),
    at(310, 350, [jar('salt', '#ffffff')]),
    at(470, 350, [bottle()]),
    at(640, 350, [cheese()]),
    at(840, 350, [basil()]),
    at(1020, 350, [jar('pepper', '#5b4a3f')]),
    ...[150, 228, 306, 384].map((x) => at(x, 690, [egg()])),
    ...[520, 620, 720].map((x) => at(x, 690, [tomato()])),
    at(880, 690, [onion()]),
    at(990, 690, [onion()]),
    rect(20, 20, 1160, 760, { fill: 'none', stroke: '#7a5231', strokeWidth: 26, rx: 8 }),
    text(600, 738, '', 10, { fill: COLOR.soft }),
  ];
  return drawing(1200, 800, parts, '#efe6d3');
}

/** The dish: a round frittata in its pan, seen from above. */
export function frittata(): Drawing {
  const slices = [20, 95, 160, 230, 300].map((angle, i) => {
    const [x, y] = [
      Math.cos((angle * Math.PI) / 180) * (96 + (i % 2) * 20),
      Math.sin((angle * Math.PI) / 180) * (96 + (i % 2) * 20),
    ];
    return (
      circle(x, y, 36, { fill: '#cf4a33' }) +
      circle(x, y, 24, { fill: '#e37a5c' }) +
      circle(x - 5, y - 5, 7, { fill: '#f4c9a0' })
    );
  });
  const leaves = [60, 130, 200, 268, 338].map((angle) =>
    path('M0 -22C-13 -8 -13 10 0 22C13 10 13 -8 0 -22Z', {
      fill: '#3f8749',
      transform: `rotate(${angle}) translate(0 -128) rotate(40)`,
    }),
  );
  const parts = [
    rect(190, -30, 250, 60, { fill: '#3a3f47', rx: 26 }),
    circle(0, 0, 224, { fill: '#2f343b' }),
    circle(0, 0, 200, { fill: '#e9bd4f' }),
    circle(0, 0, 180, { fill: '#f3d172' }),
    ...slices,
    ...leaves,
    circle(0, 0, 30, { fill: '#cf4a33' }),
    circle(0, 0, 20, { fill: '#e37a5c' }),
  ];
  return drawing(760, 500, [group(parts, { transform: 'translate(310 250)' })], '#f6efe2');
}
