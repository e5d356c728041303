// AnyGPT's `response.txt`: turns of a person and the model, spans of tokens for what it generated.

/** What a span holds; speech and music are both audio, but each has its own file. */
export type SpanKind = 'image' | 'speech' | 'music';

export type AnswerPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'span'; readonly span: SpanKind };

/** One turn: what was asked, and the answer in parts. */
export interface Turn {
  readonly instruction: string;
  /** 1-based line of the turn. */
  readonly line: number;
  readonly parts: readonly AnswerPart[];
  /** Spans that are not closed. */
  readonly cut: number;
  /** Closing tokens without a span. */
  readonly stray: number;
  /** Whether the answer came to its end token. */
  readonly isClosed: boolean;
  readonly hasTranscript: boolean;
}

const HUMAN = /\[Human\]:/g;
const MODEL = /\[MMGPT\]:/;
const END = /<(?:eos|eom|eoh)>/;
const SPAN_TOKEN = /<(soim|eoim|sosp|eosp|somu|eomu)>/g;
const SPANS = {
  soim: { span: 'image', end: 'eoim' },
  sosp: { span: 'speech', end: 'eosp' },
  somu: { span: 'music', end: 'eomu' },
} as const;

/** Turns in the order of the file; text before the first `[Human]:` is no turn. */
export function parseResponses(text: string): Turn[] {
  const starts = [...text.matchAll(HUMAN)].map(({ index }) => index);
  return starts.map((start, nth) => {
    const body = text.slice(start, starts[nth + 1] ?? text.length);
    const line = text.slice(0, start).split('\n').length;
    return { line, ...parseTurn(body.slice('[Human]:'.length)) };
  });
}

function parseTurn(body: string): Omit<Turn, 'line'> {
  const answerAt = MODEL.exec(body);
  const asked = answerAt === null ? body : body.slice(0, answerAt.index);
  const rest = answerAt === null ? '' : body.slice(answerAt.index + answerAt[0].length);
  const end = END.exec(rest);
  const answer = end === null ? rest : rest.slice(0, end.index);
  const instruction = asked
    .replace(/<(soim|sosp|somu)>[\s\S]*?<(?:eoim|eosp|eomu)>/g, ' ')
    .replace(/<(?:eoh|eos|eom|-Ins->|-Res->)>?/g, ' ')
    .trim();
  const { parts, cut, stray } = splitSpans(answer);
  const reply = dropTranscript(parts);
  const hasTranscript = answer.includes('<-Ins->');
  return { instruction, parts: reply, cut, stray, isClosed: end !== null, hasTranscript };
}

function splitSpans(answer: string) {
  const tokens = [...answer.matchAll(SPAN_TOKEN)].map((match) => ({
    name: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
  const parts: AnswerPart[] = [];
  let at = 0;
  let cut = 0;
  let stray = 0;
  for (let nth = 0; nth < tokens.length; nth++) {
    const token = tokens[nth];
    if (token === undefined) break;
    parts.push({ kind: 'text', text: answer.slice(at, token.start) });
    at = token.end;
    const opening = Object.entries(SPANS).find(([name]) => name === token.name)?.[1];
    const next = tokens[nth + 1];
    if (opening === undefined) stray += 1;
    else if (next?.name === opening.end) {
      parts.push({ kind: 'span', span: opening.span });
      at = next.end;
      nth += 1;
    } else {
      cut += 1;
      at = next?.start ?? answer.length; // its tokens are no text
    }
  }
  parts.push({ kind: 'text', text: answer.slice(at) });
  return { parts, cut, stray };
}

const SPEECH_MARK = /<-(Ins|Res)->/g;

/** Speech answers repeat what was asked after `<-Ins->`; only what stands after `<-Res->` is said. */
function dropTranscript(parts: readonly AnswerPart[]): AnswerPart[] {
  let isReply = true;
  return parts.map((part) => {
    if (part.kind !== 'text') return part;
    let kept = '';
    let at = 0;
    for (const match of part.text.matchAll(SPEECH_MARK)) {
      if (isReply) kept += part.text.slice(at, match.index);
      isReply = match[1] === 'Res';
      at = match.index + match[0].length;
    }
    return { kind: 'text', text: isReply ? kept + part.text.slice(at) : kept };
  });
}
