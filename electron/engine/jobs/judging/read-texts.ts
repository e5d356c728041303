import { prepareAskedCaptions } from '../../db/captions.ts';
import type { ReadableDb } from '../../db/handle.ts';
import type { TextPair } from '../queue.ts';
import type { ResponseReader, SideToRead } from './read-response.ts';
import { sideInWords } from './side-in-words.ts';

/**
 * Response and reference in the words that are there: those that came with files, and those that
 * captioners have given before. Nobody is asked; a tag without words stays as it stands.
 */
export function createTextsReader(
  db: ReadableDb,
  readResponse: ResponseReader,
): (response: Parameters<ResponseReader>[0]) => TextPair {
  const askedOf = prepareAskedCaptions(db);
  const wordsOf = ({ items }: SideToRead): Map<string, string> => {
    const asked = new Map<number, ReadonlyMap<string, string>>();
    const words = new Map<string, string>();
    for (const { sequenceId, tag, words: from } of items) {
      const known = asked.get(sequenceId) ?? askedOf(sequenceId);
      asked.set(sequenceId, known);
      const text = from.kind === 'text' ? from.text : known.get(tag);
      if (text !== undefined) words.set(tag, text);
    }
    return words;
  };
  return (response) => {
    const read = readResponse(response);
    if (read === undefined) return { kind: 'texts', reference: '', response: '' };
    const ofTask = wordsOf(read.task);
    const textOf = (side: SideToRead) => sideInWords(side, ofTask, wordsOf(side));
    return { kind: 'texts', reference: textOf(read.reference), response: textOf(read.response) };
  };
}
