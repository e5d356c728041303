// What is kept with a computed quality score, as lines to draw. Nothing is computed.
import type { Response } from '../../../shared/model/response.ts';
import { QualityEvidence, type Figure } from '../../../shared/model/quality.ts';

/** All figures behind one metric of one item of one response. */
export interface ItemAnatomy {
  readonly id: string;
  readonly tag: string;
  readonly metric: string;
  readonly profile: string;
  /** In [0, 1]. */
  readonly value: number;
  readonly figures: readonly (readonly [name: string, figure: Figure])[];
  readonly notes: readonly string[];
  readonly worth: string | undefined;
}

/** The anatomy of every item for which figures are kept, by tag; scores of other kinds have none. */
export function itemAnatomies(response: Response): ItemAnatomy[] {
  const lines = response.scores.flatMap((score): ItemAnatomy[] => {
    const { tag, value, metric } = score;
    if (tag === undefined || value === undefined) return [];
    const quality = QualityEvidence.safeParse(score.evidence);
    if (!quality.success) return [];
    const { profile, version, components, notes, worth } = quality.data;
    return [
      {
        id: `${metric}:${tag}`,
        tag,
        metric,
        value,
        profile: `${profile} ${version}`,
        figures: Object.entries(components),
        notes,
        worth,
      },
    ];
  });
  return lines.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

/** A figure with as many digits as mean something, and its unit. */
export function formatFigure({ value, unit }: Figure): string {
  if (value === undefined) return '—';
  const size = Math.abs(value);
  const digits = Number.isInteger(value) || size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
  const text = value.toLocaleString('en', { maximumFractionDigits: digits });
  return unit === '' || unit === 'count' ? text : `${text} ${unit}`;
}
