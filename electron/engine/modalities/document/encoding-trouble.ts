import type { Finding } from '../define-inspection.ts';

/** Characters that show that a text went through a wrong encoding, with where they first stand. */
export interface EncodingTrouble {
  /** U+FFFD: bytes that could not be decoded. */
  readonly replacements: number;
  /** Characters without a meaning in text: C0 and C1 but tab, line and page breaks. */
  readonly controls: number;
  /** Private-use code points: letters of a font that does not say what they are. */
  readonly privateUse: number;
  /** UTF-8 read as Windows-1252, e.g. `Ã©` for `é` and `â€™` for an apostrophe. */
  readonly mojibake: number;
  readonly findings: readonly Finding[];
}

// the second bytes of UTF-8 as Windows-1252 shows them
const TAIL = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
const KINDS: readonly (readonly [keyof Omit<EncodingTrouble, 'findings'>, RegExp, string])[] = [
  ['replacements', /\ufffd/g, 'characters that could not be decoded'],
  [
    'controls',
    /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g, // eslint-disable-line no-control-regex -- they are what is looked for
    'control characters',
  ],
  ['privateUse', /[\ue000-\uf8ff]/g, 'characters of a font that does not say what they are'],
  [
    'mojibake',
    new RegExp(
      `[\\u00c3\\u00c2]${TAIL}|\\u00e2[€‚„†‡ˆ‰]${TAIL}|\\u00f0\\u0178${TAIL}|\\u00ef\\u00bb\\u00bf`,
      'g',
    ),
    'characters in a wrong encoding (UTF-8 read as Windows-1252)',
  ],
];

/** Counts the four kinds of trouble on one page. */
export function encodingTrouble(text: string, page: number): EncodingTrouble {
  const counts = { replacements: 0, controls: 0, privateUse: 0, mojibake: 0 };
  const findings: Finding[] = [];
  for (const [kind, pattern, what] of KINDS) {
    const found = text.match(pattern);
    if (found === null) continue;
    counts[kind] = found.length;
    const sample = [...new Set(found)].slice(0, 3).map(shown).join(', ');
    findings.push({ kind, page, message: `${found.length} ${what}: ${sample}` });
  }
  return { ...counts, findings };
}

const shown = (characters: string) =>
  /^[\u0000-\u009f\ue000-\uf8ff]$/.test(characters) // eslint-disable-line no-control-regex -- shown by their code
    ? `U+${characters.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    : `"${characters}"`;
