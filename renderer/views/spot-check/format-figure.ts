import type { Figure } from '../../../shared/model/agreement.ts';

const MINUS = '−';

/** Two decimals, a real minus sign. */
export function formatFigure(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && text !== '0.00' ? `${MINUS}${text}` : text;
}

/** The ends of an interval, e.g. `0.41 to 0.83`; empty without one. */
export function formatEnds({ ci95 }: Figure): string {
  return ci95 === undefined ? '' : `${formatFigure(ci95[0])} to ${formatFigure(ci95[1])}`;
}
