// The records of the official scripts' output files, key by key. What these files cannot hold — who
// judged, by which prompt — stands in a key of our own, `judged_by`, which their readers pass over.
import { expandCaptions } from '../../../../shared/interleave/expand.ts';
import type { OfficialKind } from '../../../../shared/model/export.ts';

/** A figure as it goes into a file. */
export interface ExportedFigure {
  readonly metric: string;
  /** `''` for a whole response. */
  readonly tag: string;
  /** On its own scale; undefined where it failed. */
  readonly raw: number | undefined;
  readonly judgedBy?: JudgedBy | undefined;
  /** It is the mean of what these people said, and no judge's. */
  readonly ratedBy?: RatedBy;
}

/** Which people rated a figure. */
export interface RatedBy {
  readonly source: 'human';
  readonly raters: readonly string[];
  /** Of them, those whose rating rests on what has changed since. */
  readonly stale?: number;
}

/** Who judged a figure. */
export interface JudgedBy {
  readonly model: string;
  readonly prompt: string;
  readonly prompt_version: number;
  readonly prompt_hash: string;
  readonly repeats: number;
  /** Only where it was judged as the official scripts do: a missing file by its error text. */
  readonly official_compatible?: true;
}

/** A response with everything that an official file may hold of it. */
export interface ExportedResponse {
  readonly field: string;
  readonly subdomain: string;
  /** As the dataset writes it. */
  readonly id: string;
  readonly difficulty: number | undefined;
  readonly content: string;
  /** Entries of `modal`, values as they were written. */
  readonly entries: readonly { readonly tag: string; readonly value: string }[];
  /** Items that the response generates, in reading order. */
  readonly generated: readonly string[];
  /** Entries that no tag names. */
  readonly untagged: readonly string[];
  /** By tag, those of the input items that it refers to included. */
  readonly captions: ReadonlyMap<string, string>;
  readonly figures: readonly ExportedFigure[];
}

/** Metrics that a kind of file holds. */
export const METRICS_OF_KIND: Readonly<Record<OfficialKind, readonly string[]>> = {
  gq: ['GQ'],
  ics: ['HC', 'SH'],
  sc: ['SC'],
};

/** The record of a response, its keys in the official order. */
export function officialRecord(
  kind: OfficialKind,
  response: ExportedResponse,
): Record<string, unknown> {
  switch (kind) {
    case 'gq':
      return gqRecord(response);
    case 'ics':
      return icsRecord(response);
    case 'sc':
      return scRecord(response);
  }
}

function gqRecord(response: ExportedResponse): Record<string, unknown> {
  const order = [...response.entries.map(({ tag }) => tag), ...response.generated];
  const place = (tag: string) => (order.includes(tag) ? order.indexOf(tag) : order.length);
  const figures = response.figures.toSorted((a, b) => place(a.tag) - place(b.tag));
  return {
    ...head(response),
    output: outputOf(response),
    ...difficulty(response),
    scores: Object.fromEntries(figures.map(({ tag, raw }) => [tag, raw ?? null])),
    ...judged(figures, ({ tag }) => tag),
  };
}

function icsRecord(response: ExportedResponse): Record<string, unknown> {
  const { captions, generated, entries } = response;
  const own = new Set([...entries.map(({ tag }) => tag), ...generated]);
  const captioned = [...own].filter((tag) => captions.has(tag));
  return {
    ...head(response),
    content: captionedResponse(response),
    modal: Object.fromEntries(captioned.map((tag) => [tag, captions.get(tag)])),
    ...difficulty(response),
    score: {
      coherence: rawOf(response, 'HC'),
      style_consistency: rawOf(response, 'SH'),
    },
    ...judged(response.figures, ({ metric }) => metric),
  };
}

function scRecord(response: ExportedResponse): Record<string, unknown> {
  return {
    ...head(response),
    output: {
      ...outputOf(response),
      captioned_response: captionedResponse(response),
      score: rawOf(response, 'SC'),
    },
    ...difficulty(response),
    ...judged(response.figures, ({ metric }) => metric),
  };
}

const rawOf = ({ figures }: ExportedResponse, metric: string): number | null =>
  figures.find((figure) => figure.metric === metric)?.raw ?? null;

/** Records write the field as `general_domain` where folders write `general_area` (quirk 7). */
const head = ({ field, subdomain, id }: ExportedResponse) => ({
  domain: field === 'general_area' ? 'general_domain' : field,
  subdomain,
  id,
});

const outputOf = ({ entries, content }: ExportedResponse) => ({
  modal: Object.fromEntries(entries.map(({ tag, value }) => [tag, value])),
  content,
});

const difficulty = ({ difficulty: level }: ExportedResponse) =>
  level === undefined ? {} : { difficulty_level: level };

/** What was judged: our judge is shown items that no tag names, the official scripts leave them out. */
function captionedResponse({ content, captions, untagged, figures }: ExportedResponse): string {
  const isOurs = figures.some(({ judgedBy }) => judgedBy !== undefined);
  return expandCaptions(content, captions, isOurs ? untagged : []);
}

function judged(
  figures: readonly ExportedFigure[],
  nameOf: (figure: ExportedFigure) => string,
): { judged_by?: Record<string, JudgedBy>; rated_by?: Record<string, RatedBy> } {
  const judges = figures.flatMap((figure) =>
    figure.judgedBy === undefined ? [] : [[nameOf(figure), figure.judgedBy] as const],
  );
  const people = figures.flatMap((figure) =>
    figure.ratedBy === undefined ? [] : [[nameOf(figure), figure.ratedBy] as const],
  );
  return {
    ...(judges.length === 0 ? {} : { judged_by: Object.fromEntries(judges) }),
    ...(people.length === 0 ? {} : { rated_by: Object.fromEntries(people) }),
  };
}
