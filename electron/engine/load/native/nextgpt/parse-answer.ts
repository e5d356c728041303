// NExT-GPT's answers: runs of signal tokens, one full run an item; or the demo's `<Image>path</Image>`.

export type MediaModality = 'image' | 'video' | 'audio';

export type AnswerPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'run'; readonly modality: MediaModality; readonly marker: string }
  | {
      readonly kind: 'named';
      readonly modality: MediaModality;
      readonly marker: string;
      readonly path: string;
    };

export interface Answer {
  readonly parts: readonly AnswerPart[];
  /** Runs that are not whole; dropped. */
  readonly cut: number;
}

/** Tokens a run has. @source unim-format.md: `[IMG0] … [IMG3]`, `[VID0] … [VID23]`, `[AUD0] … [AUD7]` */
const RUN_LENGTH: Readonly<Record<MediaModality, number>> = { image: 4, video: 24, audio: 8 };
const SHORT = { IMG: 'image', VID: 'video', AUD: 'audio' } as const;

const TOKEN =
  /\[(IMG|VID|AUD)(\d{1,2})\]|<(image|video|audio)_(\d{2})>|<(Image|Video|Audio)>\s*([^<>\n]+?)\s*<\/\5>/g;

interface Token {
  readonly modality: MediaModality;
  /** Place in its run; undefined for the demo's form. */
  readonly index: number | undefined;
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Splits an answer into text, full runs and named files. */
export function parseAnswer(text: string): Answer {
  const tokens = [...text.matchAll(TOKEN)].map(tokenOf);
  const parts: AnswerPart[] = [];
  let cut = 0;
  let at = 0;
  for (let nth = 0; nth < tokens.length;) {
    const first = tokens[nth];
    if (first === undefined) break;
    parts.push({ kind: 'text', text: text.slice(at, first.start) });
    const length = runLength(text, tokens, nth);
    const last = tokens[nth + length - 1] ?? first;
    const { modality, path } = first;
    if (first.index === undefined)
      parts.push({ kind: 'named', modality, path, marker: first.text });
    else if (length === RUN_LENGTH[modality] && first.index === 0)
      parts.push({ kind: 'run', modality, marker: `${first.text} … ${last.text}` });
    else cut += 1;
    at = last.end;
    nth += length;
  }
  parts.push({ kind: 'text', text: text.slice(at) });
  return { parts, cut };
}

function tokenOf(match: RegExpExecArray): Token {
  const [text, short, shortIndex, long, longIndex, named, path = ''] = match;
  const word = short === undefined ? (long ?? named ?? '').toLowerCase() : SHORT[short as 'IMG'];
  const number = shortIndex ?? longIndex;
  return {
    modality: word === 'video' || word === 'audio' ? word : 'image',
    index: number === undefined ? undefined : Number(number),
    path,
    text,
    start: match.index,
    end: match.index + text.length,
  };
}

/** How many tokens from `from` on count up in one run, with blanks between at most. */
function runLength(text: string, tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (first?.index === undefined) return 1;
  let length = 1;
  for (;;) {
    const before = tokens[from + length - 1];
    const next = tokens[from + length];
    if (before === undefined || next === undefined) return length;
    const goesOn =
      next.modality === first.modality &&
      next.index === first.index + length &&
      length < RUN_LENGTH[first.modality] &&
      text.slice(before.end, next.start).trim() === '';
    if (!goesOn) return length;
    length += 1;
  }
}
