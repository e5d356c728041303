import { COLOR } from './palette.ts';
import { drawing, rect, text, type Drawing } from './svg.ts';

/** What is seen at one moment of a sort: the values, what is sorted and what moves. */
export interface SortStep {
  readonly values: readonly number[];
  readonly sortedUpTo: number;
  readonly moving: number;
}

/** All steps of insertion sort, one a comparison. */
export function insertionSteps(start: readonly number[]): SortStep[] {
  const values = [...start];
  const steps: SortStep[] = [{ values: [...values], sortedUpTo: 0, moving: -1 }];
  for (let i = 1; i < values.length; i++) {
    let j = i;
    steps.push({ values: [...values], sortedUpTo: i - 1, moving: j });
    while (j > 0 && (values[j - 1] ?? 0) > (values[j] ?? 0)) {
      [values[j - 1], values[j]] = [values[j] ?? 0, values[j - 1] ?? 0];
      j -= 1;
      steps.push({ values: [...values], sortedUpTo: i, moving: j });
    }
  }
  const last = { values: [...values], sortedUpTo: values.length - 1, moving: -1 };
  return [...steps, last, last, last];
}

/** One frame: bars, green where sorted, orange where moving. */
export function sortFrame(step: SortStep, index: number, dark = false): Drawing {
  const [width, height] = [640, 400];
  const slot = (width - 80) / step.values.length;
  const parts = [
    text(40, 50, 'Insertion sort', 24, { fontWeight: 650, fill: dark ? '#eef2f8' : COLOR.ink }),
    text(width - 40, 50, `step ${index + 1}`, 18, { textAnchor: 'end', fill: COLOR.faint }),
  ];
  for (const [i, value] of step.values.entries()) {
    const h = value * 25;
    const color =
      i === step.moving
        ? COLOR.orange
        : i <= step.sortedUpTo
          ? COLOR.teal
          : dark
            ? '#4a5568'
            : '#b9c3d0';
    parts.push(rect(40 + slot * i + 4, 350 - h, slot - 8, h, { fill: color, rx: 4 }));
    parts.push(
      text(40 + slot * (i + 0.5), 378, String(value), 17, {
        textAnchor: 'middle',
        fill: dark ? '#cbd5e0' : COLOR.soft,
      }),
    );
  }
  return drawing(width, height, parts, dark ? '#1a202c' : '#ffffff');
}
