import { LOAD_KN, SPAN_M, warrenTruss } from '../draw/truss.ts';
import { PdfPage, writePdf } from './pdf.ts';

const NAMES = ['L', 'U', 'D'];
/** `L1`… lower chord, `U1`… upper chord, `D1`… diagonals, in the order of the truss. */
export function memberName(index: number): string {
  if (index < 4) return `${NAMES[0]}${index + 1}`;
  return index < 7 ? `${NAMES[1]}${index - 3}` : `${NAMES[2]}${index - 6}`;
}

const colorOf = (force: number) =>
  Math.abs(force) < 0.05 ? '#98a2b0' : force > 0 ? '#2563b8' : '#c2413b';

function sketch(page: PdfPage, top: number): void {
  const truss = warrenTruss();
  const scale = 36;
  const at = (joint: number): [number, number] => {
    const [x, y] = truss.joints[joint] ?? [0, 0];
    return [80 + x * scale, top + 130 - y * scale];
  };
  for (const [m, [a, b]] of truss.members.entries()) {
    const [x1, y1] = at(a);
    const [x2, y2] = at(b);
    const force = truss.forces[m] ?? 0;
    page.rule(x1, y1, x2, y2, colorOf(force), 1 + Math.abs(force) / 14);
    const lift = m < 4 ? 14 : m < 7 ? -6 : 0;
    page.text((x1 + x2) / 2 - 8 + (lift === 0 ? 17 : 0), (y1 + y2) / 2 + lift, memberName(m), 9);
  }
  for (const joint of [1, 2, 3]) {
    const [x, y] = at(joint);
    page.rule(x, y + 4, x, y + 34, '#1f2733', 1.4);
    page.rule(x, y + 34, x - 4, y + 26, '#1f2733', 1.4);
    page.rule(x, y + 34, x + 4, y + 26, '#1f2733', 1.4);
    page.text(x + 7, y + 36, `${LOAD_KN} kN`, 9, false, '#5b6675');
  }
}

export interface TrussReport {
  readonly title: string;
  readonly summary: string;
  /** What the forces are multiplied by: 1 is right. */
  readonly factor?: number;
  readonly withSketch?: boolean;
  readonly conclusion: string;
}

/** A two-page calculation report: system and table of member forces, then verification. */
export function trussReport(report: TrussReport): Buffer {
  const { factor = 1, withSketch = true } = report;
  const truss = warrenTruss();
  const first = new PdfPage();
  first.box(0, 0, 595, 8, '#2563b8');
  first.text(56, 64, report.title, 20, true);
  first.text(
    56,
    84,
    `Warren truss, span ${SPAN_M} m, pinned joints, self-weight neglected`,
    10.5,
    false,
    '#5b6675',
  );
  let y = first.paragraph(56, 116, report.summary, 88);
  if (withSketch) {
    sketch(first, y + 20);
    first.text(
      56,
      y + 222,
      'Figure 1. Member forces: blue tension, red compression, width by magnitude.',
      9.5,
      false,
      '#5b6675',
    );
    y += 236;
  }
  first.text(56, y + 20, 'Member forces', 14, true);
  for (const [i, heading] of ['member', 'force / kN', 'kind'].entries())
    first.text(56 + i * 120, y + 44, heading, 10, true);
  first.rule(56, y + 50, 400, y + 50, '#1f2733', 1);
  for (const [m, raw] of truss.forces.entries()) {
    const force = raw * factor;
    const row = y + 66 + m * 17;
    first.text(56, row, memberName(m), 10);
    first.text(176, row, force.toFixed(1).replace('-', '–'), 10, false, colorOf(force));
    first.text(296, row, force > 0.05 ? 'tension' : force < -0.05 ? 'compression' : 'zero', 10);
    first.rule(56, row + 5, 400, row + 5, '#e3e7ed', 0.5);
  }
  first.text(540, 812, '1 / 2', 9, false, '#98a2b0');
  const second = new PdfPage();
  second.box(0, 0, 595, 8, '#2563b8');
  second.text(56, 64, 'Check and conclusion', 16, true);
  const support = truss.supportKn * factor;
  const below = second.paragraph(
    56,
    96,
    `Support reactions: ${support.toFixed(1)} kN on each side, together ${(support * 2).toFixed(1)} kN against ${3 * LOAD_KN} kN of load.`,
    88,
  );
  second.paragraph(56, below + 10, report.conclusion, 88);
  second.text(540, 812, '2 / 2', 9, false, '#98a2b0');
  return writePdf([first, second], report.title);
}
