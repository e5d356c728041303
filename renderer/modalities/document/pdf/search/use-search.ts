import { useEffect, useMemo, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { TextMark } from '../mark-layer.ts';
import { loadPageText, type TextSpan } from '../page-text.ts';
import { findIn, foldText } from './find-text.ts';

/** A place where the query stands; pages count from 1. */
export interface Hit extends TextSpan {
  readonly page: number;
}

export interface Search {
  readonly hits: readonly Hit[];
  /** Pages that were looked at. */
  readonly searched: number;
}

const MOST_HITS = 5_000;
const none: Search = { hits: [], searched: 0 };

/** Looks through the pages of a document, one after the other, and tells what it has found so far. */
export function useSearch(document: PDFDocumentProxy, typed: string): Search {
  const query = useMemo(() => foldText(typed).folded.trim(), [typed]);
  const [state, setState] = useState<{ query: string; search: Search }>({
    query: '',
    search: none,
  });
  useEffect(() => {
    if (query === '') return;
    let isGone = false;
    const look = async () => {
      const hits: Hit[] = [];
      for (let page = 1; page <= document.numPages && hits.length < MOST_HITS; page++) {
        const { text } = await loadPageText(document, page);
        if (isGone) return;
        hits.push(...findIn(foldText(text), query).map((span) => ({ ...span, page })));
        if (page % 20 === 0 || page === document.numPages)
          setState({ query, search: { hits: [...hits], searched: page } });
      }
    };
    // pages that cannot be read hold nothing that could be found
    look().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [document, query]);
  return state.query === query ? state.search : none;
}

/** The marks of each page on which something was found. */
export function marksByPage(
  hits: readonly Hit[],
  current: Hit | undefined,
): ReadonlyMap<number, readonly TextMark[]> {
  const marks = new Map<number, TextMark[]>();
  for (const hit of hits) {
    const own = marks.get(hit.page) ?? [];
    own.push({
      start: hit.start,
      end: hit.end,
      kind: hit === current ? 'found-current' : 'found',
    });
    marks.set(hit.page, own);
  }
  return marks;
}
