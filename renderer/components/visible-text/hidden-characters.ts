// Characters that change how a text is read without being seen: direction overrides, zero-width
// characters, invisible tags. Found here so that views of raw text can show them.

/** A stretch of unseen characters, with a name short enough to stand in the text. */
export interface HiddenStretch {
  readonly name: string;
  /** In full, for a tip. */
  readonly title: string;
}

const NAMES: Readonly<Record<number, readonly [short: string, full: string]>> = {
  0xad: ['SHY', 'soft hyphen'],
  0x34f: ['CGJ', 'combining grapheme joiner'],
  0x61c: ['ALM', 'Arabic letter mark'],
  0x200b: ['ZWSP', 'zero-width space'],
  0x200c: ['ZWNJ', 'zero-width non-joiner'],
  0x200d: ['ZWJ', 'zero-width joiner'],
  0x200e: ['LRM', 'left-to-right mark'],
  0x200f: ['RLM', 'right-to-left mark'],
  0x202a: ['LRE', 'left-to-right embedding'],
  0x202b: ['RLE', 'right-to-left embedding'],
  0x202c: ['PDF', 'pop directional formatting'],
  0x202d: ['LRO', 'left-to-right override'],
  0x202e: ['RLO', 'right-to-left override'],
  0x2028: ['LSEP', 'line separator'],
  0x2029: ['PSEP', 'paragraph separator'],
  0x2060: ['WJ', 'word joiner'],
  0x2066: ['LRI', 'left-to-right isolate'],
  0x2067: ['RLI', 'right-to-left isolate'],
  0x2068: ['FSI', 'first strong isolate'],
  0x2069: ['PDI', 'pop directional isolate'],
  0xfeff: ['BOM', 'byte order mark, or zero-width no-break space'],
};

const TAGS = '\\u{E0000}-\\u{E007F}';
const FILLERS =
  '\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2028\\u2029\\u2800\\u3164\\uFFA0\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}';
// signs of the Arabic and Syriac scripts are format characters too, but can be seen
const SEEN = '(?![\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\t\\n\\r])';
// emoji are put together with joiners and selectors: there they hide nothing
const EMOJI =
  '\\p{Extended_Pictographic}(?:[\\uFE0E\\uFE0F\\u{1F3FB}-\\u{1F3FF}]|\\u200D\\p{Extended_Pictographic})+|[#*0-9]\\uFE0F\\u20E3';
const PIECES = new RegExp(`(${EMOJI})|([${TAGS}]+)|${SEEN}([\\p{Cc}\\p{Cf}${FILLERS}])`, 'gu');
const ANY = new RegExp(`${SEEN}[\\p{Cc}\\p{Cf}${FILLERS}]`, 'u');

/** Quick: true for most texts that hold nothing unseen, so that they can be drawn as they are. */
export function isAllSeen(text: string): boolean {
  return !ANY.test(text);
}

/** The text with each stretch of unseen characters taken out and told. */
export function splitHidden(text: string): (string | HiddenStretch)[] {
  const parts: (string | HiddenStretch)[] = [];
  let from = 0;
  for (const match of text.matchAll(PIECES)) {
    const [all, emoji, tags] = match;
    if (emoji !== undefined) continue;
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(tags === undefined ? told(all) : toldTags(tags));
    from = match.index + all.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

function told(character: string): HiddenStretch {
  const code = character.codePointAt(0) ?? 0;
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const [short = number, full = 'a character that is not seen'] = NAMES[code] ?? [];
  return { name: short, title: `${number}: ${full}` };
}

/** Tag characters mirror ASCII and are never drawn: a whole sentence may hide in them. */
function toldTags(tags: string): HiddenStretch {
  const text = [...tags]
    .map((tag) => (tag.codePointAt(0) ?? 0) - 0xe0000)
    .map((code) => (code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '·'))
    .join('');
  return { name: `TAGS ${text}`, title: `Invisible tag characters that say “${text}”` };
}
