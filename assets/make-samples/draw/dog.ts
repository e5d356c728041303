import { circle, drawing, ellipse, group, line, path, rect, text, type Drawing } from './svg.ts';

export type Mood = 'happy' | 'afraid';

/** One frame of a dog seen from the side; the tail tells its mood. `t` in seconds. */
export function dogFrame(mood: Mood, t: number, caption: string): Drawing {
  const coat = '#c08a52';
  const dark = '#8c5f34';
  const happy = mood === 'happy';
  const wag = happy ? Math.sin(t * 2 * Math.PI * 2.5) * 26 - 14 : 158 + Math.sin(t * 9) * 3;
  const bob = happy ? Math.abs(Math.sin(t * 2 * Math.PI * 1.25)) * 5 : 12;
  const blink = t % 2 > 1.85;
  const ear = happy ? -6 : 24;
  const leg = (x: number) => rect(x, 236, 27, 72 - bob * 0.4, { fill: dark, rx: 12 });
  const body = [
    group(
      [
        path('M0 0Q-46 -22 -56 -76', {
          fill: 'none',
          stroke: coat,
          strokeWidth: 22,
          strokeLinecap: 'round',
        }),
      ],
      {
        transform: `translate(196 176) rotate(${-wag})`,
      },
    ),
    rect(180, 150, 210, 104, { fill: coat, rx: 50 }),
    ellipse(285, 244, 80, 16, { fill: '#d9ab78' }),
    group(
      [
        rect(-58, -52, 110, 96, { fill: coat, rx: 44 }),
        rect(16, -12, 76, 48, { fill: '#d9ab78', rx: 22 }),
        ellipse(88, -4, 12, 10, { fill: '#2b2320' }),
        path(happy ? 'M40 22Q62 40 82 20' : 'M44 30Q62 20 80 29', {
          fill: 'none',
          stroke: '#2b2320',
          strokeWidth: 4,
          strokeLinecap: 'round',
        }),
        happy ? path('M56 30q4 24 16 20q10 -4 3 -24Z', { fill: '#e0757d' }) : '',
        blink
          ? line(8, -20, 24, -20, { stroke: '#2b2320', strokeWidth: 4 })
          : circle(16, -20, happy ? 8 : 9, { fill: '#2b2320' }),
        blink ? '' : circle(19, -23, 2.6, { fill: '#fff' }),
        path('M-44 -44Q-76 -20 -64 34Q-40 36 -24 -40Z', {
          fill: dark,
          transform: `rotate(${ear} -40 -40)`,
        }),
      ],
      { transform: `translate(402 ${happy ? 120 : 156}) rotate(${happy ? -4 : 10})` },
    ),
  ];
  const parts = [
    rect(0, 300, 640, 60, { fill: '#b9d3a0' }),
    ellipse(290, 308, 150, 12, { fill: '#94b37c' }),
    leg(200),
    leg(236),
    leg(318),
    leg(354),
    group(body, { transform: `translate(0 ${happy ? -bob : bob})` }),
    text(320, 44, caption, 24, { textAnchor: 'middle', fontWeight: 650, fill: '#33402c' }),
  ];
  return drawing(640, 360, parts, '#e7f0f5');
}
