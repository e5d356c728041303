import { PdfPage, writePdf } from './pdf.ts';

/** A leaflet of two pages on a breathing exercise. */
export function breathingLeaflet(): Buffer {
  const first = new PdfPage(420, 595);
  first.box(0, 0, 420, 150, '#0f8a80');
  first.text(36, 78, 'Four quiet minutes', 26, true, '#ffffff');
  first.text(36, 104, 'A breathing exercise for busy days', 12, false, '#d6f0ec');
  let y = first.paragraph(
    36,
    190,
    'Box breathing divides a breath into four parts of the same length. It is used by singers, divers and nurses on night duty to become calm without becoming tired.',
    66,
    10.5,
  );
  first.text(36, y + 16, 'How it is done', 14, true);
  y += 38;
  const steps = [
    'Sit upright, both feet on the floor.',
    'Breathe in through the nose while you count to four.',
    'Hold for four.',
    'Breathe out slowly through the mouth for four.',
    'Hold again for four, then begin anew.',
  ];
  for (const [i, step] of steps.entries()) {
    first.box(36, y - 11, 16, 16, '#e2f1ef');
    first.text(41, y + 1, String(i + 1), 10, true, '#0f8a80');
    first.text(62, y + 1, step, 10.5);
    y += 24;
  }
  first.text(380, 575, '1', 9, false, '#98a2b0');
  const second = new PdfPage(420, 595);
  second.text(36, 70, 'How long, how often', 16, true);
  second.rule(36, 80, 384, 80, '#0f8a80', 1.4);
  const rows = [
    ['week', 'minutes a day', 'count'],
    ['1', '2', '4 – 4 – 4 – 4'],
    ['2', '4', '4 – 4 – 4 – 4'],
    ['3', '4', '5 – 5 – 5 – 5'],
  ];
  for (const [i, row] of rows.entries())
    for (const [k, cell] of row.entries())
      second.text(36 + k * 110, 106 + i * 22, cell, 10.5, i === 0);
  second.paragraph(
    36,
    220,
    'Stop and breathe as you like when you feel dizzy. People with asthma, heart trouble or in pregnancy leave out the holding and ask their doctor first.',
    66,
    10.5,
  );
  second.text(380, 575, '2', 9, false, '#98a2b0');
  return writePdf([first, second], 'Four quiet minutes');
}
