import { addSeries, finish, plot } from './chart.ts';
import { COLOR } from './palette.ts';
import { rect, text, type Drawing, type Point } from './svg.ts';

export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];
/** An invented station on a mild coast: monthly mean in °C and precipitation in mm. */
export const MEAN_C = [3.1, 3.6, 6.2, 9.4, 13.3, 16.4, 18.6, 18.4, 15.2, 11.1, 6.7, 4.0];
export const RAIN_MM = [71, 54, 58, 45, 52, 63, 70, 78, 74, 83, 80, 76];

export interface ClimateLook {
  readonly title: string;
  readonly rain?: readonly number[];
  readonly warm?: string;
  readonly wet?: string;
  /** Second axis left out and both on one scale: a common mistake. */
  readonly oneScale?: boolean;
}

/** Climate diagram: bars of precipitation, a line of temperature, an axis each. */
export function climateDiagram(look: ClimateLook): Drawing {
  const { warm = COLOR.red, wet = COLOR.sky, rain = RAIN_MM } = look;
  const options = {
    title: look.title,
    subtitle: 'Mean temperature 10.5 °C, annual precipitation 804 mm',
    x: { label: 'month', min: 0, max: 12, ticks: [] },
    y: { label: 'precipitation / mm', min: 0, max: 120, ticks: [0, 20, 40, 60, 80, 100, 120] },
    width: 1240,
  };
  const frame = plot(options);
  const slot = (frame.right - frame.left - 60) / 12;
  const x = (i: number) => frame.left + slot * (i + 0.5);
  for (const [i, mm] of rain.entries()) {
    const top = frame.y(mm);
    frame.parts.push(
      rect(x(i) - slot * 0.32, top, slot * 0.64, frame.bottom - top, { fill: wet, rx: 3 }),
      text(x(i), frame.bottom + 30, MONTHS[i] ?? '', 18, { textAnchor: 'middle' }),
    );
  }
  const toMm = look.oneScale ? 1 : 4;
  const points = MEAN_C.map((c, i): Point => [
    ((x(i) - frame.left) / (frame.right - frame.left)) * 12,
    c * toMm,
  ]);
  addSeries(frame, { points, color: warm, markers: true });
  if (!look.oneScale)
    for (const c of [0, 5, 10, 15, 20, 25, 30])
      frame.parts.push(text(frame.right - 40, frame.y(c * 4) - 6, `${c} °C`, 18, { fill: warm }));
  return finish(frame, options);
}
