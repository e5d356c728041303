// The tokenizer takes a run of Chinese or Japanese characters for one word, so that only its beginning
// could be found. Each such character becomes a word of its own, in the index and in queries.
const CJK =
  /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{2fa1f}]/gu;

/** Puts a space on both sides of each CJK character; other text comes back as it is. */
export function spaceApartCjk(text: string): string {
  return text.replace(CJK, ' $& ');
}

/** True when the text has a CJK character. */
export function hasCjk(text: string): boolean {
  return text.search(CJK) !== -1;
}
