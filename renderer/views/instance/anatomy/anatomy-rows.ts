// Orders kept scores as they are made of each other: SQCS and ICS, their parts below them, items below
// those. Nothing is computed: the figures and the parts of a composite are what the engine said.
import { CompositeEvidence, type CompositePart } from '../../../../shared/model/composite.ts';
import type { Response } from '../../../../shared/model/response.ts';
import type { MetricDescriptor, Score } from '../../../../shared/model/score.ts';
import { findScore, scoreRows, type ScoreRow } from '../score-rows.ts';
import { arithmeticOf, type Arithmetic } from './arithmetic.ts';

export interface AnatomyRow extends Omit<ScoreRow, 'level'> {
  readonly level: 'metric' | 'part' | 'item';
  /** The row that must be open for this one to be seen, and all above it. */
  readonly parent: string | undefined;
  readonly isOpenable: boolean;
  /** How a composite was computed, one entry a model; undefined where the model has no response. */
  readonly arithmetic: readonly (Arithmetic | undefined)[];
  /** Stands in for a judge's figure and is not one. */
  readonly isBaseline: boolean;
}

/** Composites as far as they are listed, with the metrics that they are made of. */
const COMPOSITES: Readonly<Record<string, readonly string[]>> = {
  SQCS: ['SC', 'GQ'],
  ICS: ['HC', 'SH'],
};
const PARTS = new Map(
  Object.entries(COMPOSITES).flatMap(([whole, parts]) => parts.map((part) => [part, whole])),
);

/** All lines of the score anatomy: composites first, then what stands alone. */
export function anatomyRows(
  metrics: readonly MetricDescriptor[],
  responses: readonly (Response | undefined)[],
): AnatomyRow[] {
  const rows = scoreRows(metrics, responses);
  const familyOf = (id: string) => PARTS.get(id) ?? id;
  const families = new Map<string, ScoreRow[]>(Object.keys(COMPOSITES).map((id) => [id, []]));
  for (const row of rows) {
    const family = familyOf(row.metric);
    families.set(family, [...(families.get(family) ?? []), row]);
  }
  return [...families.values()].flatMap((family) =>
    family
      .toSorted((a, b) => placeIn(family, a) - placeIn(family, b))
      .map((row) => anatomyRow(row, family, responses)),
  );
}

/** The composite before its parts, each part before its items. */
function placeIn(family: readonly ScoreRow[], row: ScoreRow): number {
  return COMPOSITES[row.metric] === undefined ? family.indexOf(row) : -1;
}

function anatomyRow(
  row: ScoreRow,
  family: readonly ScoreRow[],
  responses: readonly (Response | undefined)[],
): AnatomyRow {
  const whole = PARTS.get(row.metric);
  const hasWhole = whole !== undefined && family.some(({ metric }) => metric === whole);
  const evidence = responses.map((response) => compositeOf(response, whole ?? row.metric));
  const isWhole = COMPOSITES[row.metric] !== undefined;
  const isItemMetric =
    row.level === 'metric' &&
    family.some(({ metric, level }) => metric === row.metric && level === 'item');
  return {
    ...row,
    level: row.level === 'item' ? 'item' : hasWhole ? 'part' : 'metric',
    parent: row.level === 'item' ? row.metric : hasWhole ? whole : undefined,
    isOpenable: isItemMetric || (isWhole && family.length > 1),
    cells: isItemMetric
      ? row.cells.map((cell, at) => cell ?? meanCell(evidence[at], row.metric))
      : row.cells,
    arithmetic: isWhole
      ? responses.map((response, at) => {
          const known = evidence[at];
          if (response === undefined || known === undefined) return undefined;
          return arithmeticOf(known, findScore(response, row.metric, undefined));
        })
      : [],
    isBaseline: row.metric === 'SC-lexical',
  };
}

/** What a composite of a response was made of; undefined where there is none. */
function compositeOf(
  response: Response | undefined,
  metric: string,
): CompositeEvidence | undefined {
  const parsed = CompositeEvidence.safeParse(findScore(response, metric, undefined)?.evidence);
  return parsed.success ? parsed.data : undefined;
}

/** The mean of a metric's items, as it entered the composite. */
function meanCell(evidence: CompositeEvidence | undefined, metric: string): Score | undefined {
  const part = evidence?.parts.find((each) => each.metric === metric);
  if (part === undefined || part.items.length === 0) return undefined;
  return {
    metric,
    metricVersion: 0,
    ...(part.value === undefined ? {} : { value: part.value }),
    ...(part.unscored === undefined ? {} : { unscored: part.unscored }),
    evidence: part,
    source: {
      kind: 'computed',
      isExample: part.items.some(({ value, source }) => value !== undefined && source?.isExample),
    },
  };
}

/** Of a mean over items: how many have a figure, in words. */
export function describeMean(part: CompositePart): string {
  const without = part.nUnscored === 0 ? '' : `, ${part.nUnscored} without a figure left out`;
  return `Mean of ${part.n} ${part.n === 1 ? 'item' : 'items'}${without}.`;
}
