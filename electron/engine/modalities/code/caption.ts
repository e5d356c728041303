import { unscored } from '../../media/decode/decoded.ts';
import { extensionOfPath } from '../../media/decode/extension.ts';
import { decodeText } from '../../media/decode/text.ts';
import { type CaptionInput, type CaptionPreparer, formatCount } from '../caption-input.ts';
import { cutText } from '../cut-text.ts';
import { guessLanguages } from './guess-language.ts';
import { languagesNamed, languagesOfExtension } from './languages.ts';

const MAX_BYTES = 8_000_000;

/** The source as it stands, cut at a line when it is too long. */
export const prepareCodeCaption: CaptionPreparer = async (source, { textCharacters }) => {
  if (source.kind === 'inline') {
    const language = languageName(source.language, undefined, source.text);
    return prepareText(source.text, language, textCharacters, []);
  }
  const decoded = await decodeText(source.path, MAX_BYTES);
  if (decoded.status !== 'decoded') return decoded;
  const { text } = decoded.value;
  const language = languageName(undefined, extensionOfPath(source.path), text);
  return prepareText(text, language, textCharacters, decoded.notes);
};

function prepareText(
  source: string,
  language: string | undefined,
  limit: number,
  notes: readonly string[],
): CaptionInput {
  const text = source.replace(/\r\n?/g, '\n');
  if (text.trim() === '') return unscored('media-broken', 'There is no code: the text is empty.');
  const cut = cutText(text, limit);
  return {
    status: 'prepared',
    parts: [{ type: 'text', text: cut.text }],
    facts: {
      language: language ?? 'unknown',
      lines: formatCount(text.trimEnd().split('\n').length),
      characters: formatCount(text.length),
    },
    notes: [...notes, ...cut.notes],
  };
}

/** As it was named, else by the file's name, else by what the text looks like. */
function languageName(
  fence: string | undefined,
  extension: string | undefined,
  text: string,
): string | undefined {
  const named = fence === undefined ? undefined : (languagesNamed(fence)[0]?.label ?? fence);
  const byName = extension === undefined ? undefined : languagesOfExtension(extension)[0]?.label;
  return named ?? byName ?? guessLanguages(text)[0]?.label;
}
