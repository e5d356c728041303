// Whether a text can be words at all, by the shape of its tokens: no dictionary, so it says the
// same of any language and of names, and nothing about spelling.

/** Characters of a text and how many of them stand in words of a plausible shape. */
export interface Legibility {
  readonly words: number;
  /** Characters that are not white space. */
  readonly characters: number;
  readonly plausible: number;
}

const MAX_WORD = 30; // longer than all but a few words of German and Finnish
const LATIN = /^\p{Script=Latin}+$/u;
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōūąęėůıě]/iu;
const TOO_MANY_CONSONANTS = /[bcdfghjklmnpqrstvwxz]{6,}/i;
const SAME_THRICE = /(\p{L})\1{2,}/iu;
const CASE_JUMPS = /\p{Ll}\p{Lu}.*\p{Ll}\p{Lu}.*\p{Ll}\p{Lu}/u;
const NUMBER = /^[+\-±~≈<>=]?[\p{Sc}]?\d[\d.,:/×x^*eE+\-–%°]*\p{L}{0,5}[²³%]?$/u;
const OTHER_SCRIPT = /^[\p{L}\p{M}\p{Nd}ー・·'’-]+$/u;
const SEQUENCE = /^[ACGTUN]{4,}$/; // of nucleotides, in the natural sciences
const ADDRESS = /^(https?:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+\.[\w.-]+$/;
const MARKUP = /^([-–—*•·=_#|>.…]+|[|:+-]+|\$+|`+)$/;

/** Counts the tokens of a text that have the shape of a word, a number or a sign. */
export function legibility(text: string): Legibility {
  let words = 0;
  let characters = 0;
  let plausible = 0;
  for (const [token] of text.matchAll(/\S+/g)) {
    words++;
    characters += token.length;
    if (isPlausible(token)) plausible += token.length;
  }
  return { words, characters, plausible };
}

function isPlausible(token: string): boolean {
  if (/[\ufffd\ue000-\uf8ff]/.test(token)) return false;
  if (MARKUP.test(token) || ADDRESS.test(token)) return true;
  const letters = token.match(/[\p{L}\p{N}\p{M}]/gu)?.length ?? 0;
  if (letters === 0) return token.length <= 3;
  // "(x)" and "a/b" are half signs; noise is mostly signs
  if (letters * 3 < token.length) return false;
  if (NUMBER.test(token)) return true;
  return token.split(/[^\p{L}\p{N}\p{M}]+/u).every((part) => part === '' || isWord(part));
}

function isWord(part: string): boolean {
  if (NUMBER.test(part) || SEQUENCE.test(part)) return true;
  if (/\d/.test(part)) return part.length <= 12; // "H2O", "x1", "3rd"
  if (!LATIN.test(part)) return isOtherScript(part);
  if (part.length > MAX_WORD || SAME_THRICE.test(part) || CASE_JUMPS.test(part)) return false;
  if (part.length <= 3 || part === part.toUpperCase()) return part.length <= 15;
  return VOWEL.test(part) && !TOO_MANY_CONSONANTS.test(part);
}

/** Scripts without spaces have no words to look at; a mix of scripts in one word is no word. */
function isOtherScript(part: string): boolean {
  if (!OTHER_SCRIPT.test(part)) return false;
  const hasLatin = /\p{Script=Latin}/u.test(part);
  const hasOther = /\p{L}/u.test(part.replace(/\p{Script=Latin}/gu, ''));
  return (
    hasOther &&
    (!hasLatin ||
      /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(part))
  );
}
