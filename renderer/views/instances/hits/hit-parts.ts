import { parseContent } from '../../../../shared/interleave/parse.ts';
import type { SearchHit } from '../../../../shared/model/instance.ts';
import { MODALITIES } from '../../../../shared/model/modality.ts';

export interface HitPart {
  readonly kind: 'text' | 'mark' | 'tag';
  readonly text: string;
}

/** Characters before the first hit: a line of a table is cut at its end, and the hit must be seen. */
const LEAD = 14;

/** What was found, in one line: the hits marked, tags in their short form, white space collapsed. */
export function hitParts({ text, marks }: Pick<SearchHit, 'text' | 'marks'>): HitPart[] {
  const from = startOf(text, marks[0]?.[0] ?? 0);
  const parts: HitPart[] = from === 0 ? [] : [{ kind: 'text', text: '…' }];
  for (const segment of parseContent(text)) {
    if (segment.end <= from) continue;
    if (segment.kind === 'tag') {
      const { letter } = MODALITIES[segment.modality];
      parts.push({ kind: 'tag', text: `${letter}${segment.number}` });
    } else addText(parts, text, Math.max(from, segment.start), segment.end, marks);
  }
  return parts;
}

/** The beginning of a word not far before the first hit. */
function startOf(text: string, firstMark: number): number {
  if (firstMark <= LEAD) return 0;
  const earliest = firstMark - LEAD;
  const gap = text.slice(earliest, firstMark).search(/\s/);
  return gap === -1 ? earliest : earliest + gap + 1;
}

function addText(
  parts: HitPart[],
  text: string,
  start: number,
  end: number,
  marks: SearchHit['marks'],
): void {
  const put = (kind: HitPart['kind'], from: number, to: number) => {
    const words = text.slice(from, to).replace(/\s+/g, ' ');
    if (words !== '') parts.push({ kind, text: words });
  };
  let at = start;
  for (const [from, to] of marks) {
    if (to <= at || from >= end) continue;
    put('text', at, Math.max(at, from));
    put('mark', Math.max(at, from), Math.min(end, to));
    at = Math.min(end, to);
  }
  put('text', at, end);
}
