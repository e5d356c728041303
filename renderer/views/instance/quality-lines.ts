// What is kept with a computed quality score or an inspection, as lines to draw. Nothing is computed.
import type { Response } from '../../../shared/model/response.ts';
import {
  Inspection,
  QualityEvidence,
  type Figure,
  type Finding,
} from '../../../shared/model/quality.ts';

/** All figures behind one metric of one item of one response. */
export interface ItemAnatomy {
  readonly id: string;
  readonly tag: string;
  readonly metric: string;
  readonly profile: string;
  /** In [0, 1]; absent for an inspection, which has no single number. */
  readonly value: number | undefined;
  readonly figures: readonly (readonly [name: string, figure: Figure])[];
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  readonly worth: string | undefined;
}

/** The anatomy of every item for which figures are kept, by tag; scores of other kinds have none. */
export function itemAnatomies(response: Response): ItemAnatomy[] {
  const lines = response.scores.flatMap((score): ItemAnatomy[] => {
    if (score.tag === undefined || score.evidence === undefined) return [];
    const head = {
      id: `${score.metric}:${score.tag}`,
      tag: score.tag,
      metric: score.metric,
      value: score.value,
    };
    const quality = QualityEvidence.safeParse(score.evidence);
    if (quality.success) {
      const { profile, version, components, notes, worth } = quality.data;
      const figures = Object.entries(components);
      return [{ ...head, profile: `${profile} ${version}`, figures, findings: [], notes, worth }];
    }
    const inspection = Inspection.safeParse(score.evidence);
    if (!inspection.success) return [];
    const { profile, version, type, figures, findings, notes } = inspection.data;
    return [
      {
        ...head,
        profile: `${type} · ${profile} ${version}`,
        figures: Object.entries(figures),
        findings,
        notes,
        worth: undefined,
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
