// WebVTT and SRT by what they share: a line with two times, then lines of text up to an empty one.
// Markup, places and styles are left out: captions are evidence to read, and untrusted.
import type { Cue } from '../../../../shared/model/captions.ts';

const TIME = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`;
const TIMES = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s|$)`);
const MOST_CUES = 20_000;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};

/** What was understood of a file of captions. */
export interface ParsedCaptions {
  readonly cues: readonly Cue[];
  /** Lines with an arrow that are no times, cues that end before they begin, or too many of them. */
  readonly skipped: number;
}

/** Reads captions; what cannot be read is counted and left out. */
export function parseCaptions(text: string): ParsedCaptions {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const cues: Cue[] = [];
  let skipped = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!line.includes('-->')) continue;
    const times = TIMES.exec(line);
    const body: string[] = [];
    while (at + 1 < lines.length && lines[at + 1]?.trim() !== '') body.push(lines[++at] ?? '');
    const cue = times === null ? undefined : cueOf(times, body);
    if (cue === undefined || cues.length >= MOST_CUES) skipped++;
    else if (cue.text !== '') cues.push(cue);
  }
  return { cues: cues.sort((a, b) => a.fromMs - b.fromMs), skipped };
}

function cueOf(times: RegExpExecArray, body: readonly string[]): Cue | undefined {
  const [fromMs, toMs] = [msOf(times, 1), msOf(times, 5)];
  if (toMs < fromMs) return undefined;
  return { fromMs, toMs, text: body.map(plain).join('\n').trim() };
}

function msOf(times: RegExpExecArray, first: number): number {
  const [hours = '0', minutes = '0', seconds = '0', part = ''] = times.slice(first, first + 4);
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(part.padEnd(3, '0'));
}

/** Without tags (`<i>`, `<v Ann>`, `<00:01.000>`) and styles (`{\an8}`). */
function plain(line: string): string {
  return line
    .replace(/<\/?[a-z\d][^<>]*>/gi, '')
    .replace(/\{\\[^{}]*\}/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity);
}
