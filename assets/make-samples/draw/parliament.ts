import { COLOR, SERIF } from './palette.ts';
import { circle, drawing, group, line, rect, text, type Drawing } from './svg.ts';

/** Parties of an invented council, from left to right, with votes and seats (of 61, Sainte-Laguë). */
export const PARTIES: readonly { name: string; votes: number; color: string }[] = [
  { name: 'Orchard', votes: 8420, color: '#3f8f4f' },
  { name: 'Workshop', votes: 11260, color: '#c2413b' },
  { name: 'Harbour', votes: 9310, color: '#2563b8' },
  { name: 'Lantern', votes: 4150, color: '#d9a321' },
  { name: 'Old Bridge', votes: 6980, color: '#7a4b94' },
];

/** Seats by the Sainte-Laguë method. */
export function seats(total: number): number[] {
  const won = PARTIES.map(() => 0);
  for (let i = 0; i < total; i++) {
    let best = 0;
    for (const [k, party] of PARTIES.entries()) {
      const quotient = party.votes / (2 * (won[k] ?? 0) + 1);
      if (quotient > (PARTIES[best]?.votes ?? 0) / (2 * (won[best] ?? 0) + 1)) best = k;
    }
    won[best] = (won[best] ?? 0) + 1;
  }
  return won;
}

/** Half-circle of seats, coloured by party from left to right, with a legend. */
export function hemicycle(won: readonly number[], title: string, grey = false): Drawing {
  const total = won.reduce((a, b) => a + b, 0);
  const rows = [220, 280, 340, 400];
  const lengths = rows.reduce((a, b) => a + b, 0);
  let left = total;
  const places = rows.flatMap((radius, i) => {
    const count = i === rows.length - 1 ? left : Math.round((total * radius) / lengths);
    left -= count;
    return Array.from({ length: count }, (_, k) => {
      const angle = Math.PI * (1 - k / (count - 1));
      return { angle, x: 560 + radius * Math.cos(angle), y: 560 - radius * Math.sin(angle) };
    });
  });
  places.sort((a, b) => b.angle - a.angle);
  const colors = won.flatMap((n, i) =>
    Array.from({ length: n }, () => PARTIES[i]?.color ?? '#000'),
  );
  const parts = places.map(({ x, y }, i) =>
    circle(x, y, 21, { fill: grey ? '#9aa3af' : colors[i], stroke: '#fff', strokeWidth: 2 }),
  );
  parts.push(
    text(48, 60, title, 30, { fontWeight: 650 }),
    text(560, 545, String(total), 64, { textAnchor: 'middle', fontWeight: 700 }),
    text(560, 580, 'seats', 20, { textAnchor: 'middle', fill: COLOR.soft }),
  );
  for (const [i, party] of PARTIES.entries()) {
    const x = 70 + i * 204;
    parts.push(circle(x, 660, 12, { fill: grey ? '#9aa3af' : party.color }));
    parts.push(text(x + 22, 667, `${party.name} ${won[i] ?? 0}`, 21));
  }
  return drawing(1120, 710, parts, COLOR.paper);
}

/** A typewritten result sheet as it comes out of a scanner: a little askew, with a stamp. */
export function resultSheet(): Drawing {
  const mono = { fontFamily: "'DejaVu Sans Mono', monospace", fill: '#2c2c33' };
  const body: string[] = [
    text(110, 150, 'MUNICIPAL ELECTION OFFICE', 30, { ...mono, fontWeight: 700 }),
    text(110, 196, 'Final result of the council election', 24, mono),
    line(110, 222, 790, 222, { stroke: '#2c2c33', strokeWidth: 3 }),
    text(110, 284, 'List', 22, { ...mono, fontWeight: 700 }),
    text(790, 284, 'Valid votes', 22, { ...mono, fontWeight: 700, textAnchor: 'end' }),
  ];
  for (const [i, party] of PARTIES.entries()) {
    const y = 340 + i * 54;
    body.push(text(110, y, `${i + 1}. ${party.name}`, 24, mono));
    body.push(
      text(790, y, party.votes.toLocaleString('en-GB'), 24, { ...mono, textAnchor: 'end' }),
    );
    body.push(line(110, y + 18, 790, y + 18, { stroke: '#b9b3a4', strokeDasharray: '3 5' }));
  }
  const sum = PARTIES.reduce((all, party) => all + party.votes, 0);
  body.push(
    text(110, 660, 'Total', 24, { ...mono, fontWeight: 700 }),
    text(790, 660, sum.toLocaleString('en-GB'), 24, {
      ...mono,
      fontWeight: 700,
      textAnchor: 'end',
    }),
    text(110, 736, 'Seats to be filled: 61', 24, mono),
    text(110, 780, 'Method: Sainte-Lague, no threshold', 24, mono),
    group(
      [
        circle(0, 0, 92, { fill: 'none', stroke: '#9c3b4e', strokeWidth: 6 }),
        circle(0, 0, 74, { fill: 'none', stroke: '#9c3b4e', strokeWidth: 2 }),
        text(0, -6, 'CERTIFIED', 25, { textAnchor: 'middle', fill: '#9c3b4e', fontWeight: 700 }),
        text(0, 28, '14 MAY', 22, { textAnchor: 'middle', fill: '#9c3b4e' }),
      ],
      { transform: 'translate(640 960) rotate(-14)', opacity: 0.75 },
    ),
    text(120, 1010, 'A. Fenn', 46, {
      fontFamily: SERIF,
      fontStyle: 'italic',
      fill: '#2b3f7a',
      transform: 'rotate(-4 120 1010)',
    }),
    line(110, 1030, 380, 1030, { stroke: '#2c2c33', strokeWidth: 2 }),
    text(110, 1062, 'returning officer', 20, mono),
  );
  const page = rect(0, 0, 900, 1200, { fill: '#f7f4ea' });
  return drawing(900, 1200, [page, group(body, { transform: 'rotate(0.9 450 600)' })], '#e6e1d3');
}
