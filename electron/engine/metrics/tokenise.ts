import { MODALITY_IDS } from '../../../shared/model/modality.ts';

// CJK scripts put no blanks between words: each of their characters is a token of its own.
const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;
const DECIMAL = String.raw`\d+(?:[.,]\d+)+`;
const WORD = String.raw`(?:(?![${CJK}])[\p{L}\p{M}\p{N}])+`;
const TOKEN = new RegExp(`[${CJK}]|${DECIMAL}|${WORD}`, 'gu');
const TAG_NAME = new RegExp(String.raw`<(?:${MODALITY_IDS.join('|')})\d+(?=[:>])`, 'g');

/**
 * Words of a text in lower case, in order; a number with its decimals is one. Punctuation is none, nor
 * is the name of a tag.
 */
export function tokenise(text: string): string[] {
  return text.replaceAll(TAG_NAME, ' ').normalize('NFKC').toLowerCase().match(TOKEN) ?? [];
}
