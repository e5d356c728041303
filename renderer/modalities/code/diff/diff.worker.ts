import { compareTexts, type ComparedText, type TextComparison } from './compare-texts.ts';

export interface DiffQuestion {
  readonly left: ComparedText;
  readonly right: ComparedText;
}
export type DiffAnswer =
  | { readonly ok: true; readonly comparison: TextComparison }
  | { readonly ok: false; readonly message: string };

addEventListener('message', ({ data }: MessageEvent<DiffQuestion>) => {
  try {
    const comparison = compareTexts(data.left, data.right);
    postMessage({ ok: true, comparison } satisfies DiffAnswer);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    postMessage({ ok: false, message } satisfies DiffAnswer);
  }
});
