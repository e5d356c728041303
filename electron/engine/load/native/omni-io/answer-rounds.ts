// Omni-IO's answer text: prose with lines `✅ Image generated: <path>`, a part a round.
import type { NativeFile } from '../types.ts';

export type AnswerPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'asset';
      readonly path: string;
      /** What the line calls it, e.g. `3D model`; empty for a link. */
      readonly label: string;
      readonly marker: string;
    };

export interface Round {
  readonly name: string;
  readonly file: NativeFile;
  readonly line: number;
  readonly parts: readonly AnswerPart[];
}

const HEADING =
  /^[ \t]*(?:#{1,6}|={2,}|-{2,}|\*{2}|\[)?[ \t]*(?:Round|Turn)[ \t_-]*#?(\d+)\b[^\n]{0,60}$/gim;
const ASSET =
  /^[ \t]*(?:[-*][ \t]+)?✅[ \t]*([^:\n]*?)[ \t]+(?:generated|created|saved)[^:\n]{0,40}:[ \t]*(.+?)[ \t]*$|!?\[[^\]\n]*\]\(([^)\s]+)\)/gimu;
const IN_NAME = /(?:round|turn|answer|response|reply|output)[ _-]?(\d+)/i;

/** Rounds of one answer file: by its headings, else the file is one. */
export function splitRounds(file: NativeFile, text: string): Round[] {
  const headings = [...text.matchAll(HEADING)];
  const fromName = IN_NAME.exec(file.name)?.[1];
  const [first] = headings;
  if (first === undefined || fromName !== undefined)
    return [{ name: fromName ?? '1', file, line: 1, parts: splitAssets(text) }];
  return headings.map((heading, nth) => {
    // what stands before the first heading is of the first round
    const body = text.slice(
      heading.index + heading[0].length,
      headings[nth + 1]?.index ?? text.length,
    );
    const before = nth === 0 ? text.slice(0, first.index) : '';
    const line = text.slice(0, heading.index).split('\n').length;
    return { name: heading[1] ?? '', file, line, parts: splitAssets(before + body) };
  });
}

function splitAssets(text: string): AnswerPart[] {
  const parts: AnswerPart[] = [];
  let at = 0;
  for (const match of text.matchAll(ASSET)) {
    const [marker, label = '', path, linked] = match;
    parts.push({ kind: 'text', text: text.slice(at, match.index) });
    parts.push({ kind: 'asset', label, path: bare(path ?? linked ?? ''), marker: marker.trim() });
    at = match.index + marker.length;
  }
  return [...parts, { kind: 'text', text: text.slice(at) }];
}

/** A path without the quotes, backticks or link that it stands in. */
function bare(path: string): string {
  const link = /^!?\[[^\]]*\]\(([^)]+)\)/.exec(path)?.[1] ?? path;
  return link.replace(/^[`"'<]+|[`"'>.,]+$/g, '').replace(/^file:\/\//, '');
}

/**
 * One round as several, where its assets are of several and no heading says so: a round ends behind
 * the last line of its assets.
 *
 * @param turnOf  round of an asset's path; undefined when it is not known
 */
export function splitByTurns(
  round: Round,
  turnOf: (path: string) => string | undefined,
): readonly Round[] {
  const rounds: { name: string; parts: AnswerPart[] }[] = [];
  let waiting: AnswerPart[] = [];
  for (const part of round.parts) {
    waiting.push(part);
    const turn = part.kind === 'asset' ? turnOf(part.path) : undefined;
    if (turn === undefined) continue;
    const last = rounds.at(-1);
    // an earlier round's asset that is named again is used again
    if (last !== undefined && (last.name === turn || rounds.some(({ name }) => name === turn)))
      last.parts.push(...waiting);
    else rounds.push({ name: turn, parts: waiting });
    waiting = [];
  }
  rounds.at(-1)?.parts.push(...waiting);
  if (rounds.length < 2) return [round];
  return rounds.map((each) => ({ ...round, ...each }));
}
