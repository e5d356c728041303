import { expandCaptions } from '../../../../shared/interleave/expand.ts';
import { mapAskedCaptions } from '../../db/captions.ts';
import type { ReadableDb } from '../../db/handle.ts';
import type { TextPair } from '../queue.ts';
import type { ResponseReader, SideToRead } from './read-response.ts';

/**
 * Response and reference in the words that are there: those that came with files, and those that
 * captioners have given before. Nobody is asked; a tag without words stays as it stands.
 */
export function createTextsReader(
  db: ReadableDb,
  readResponse: ResponseReader,
): (response: Parameters<ResponseReader>[0]) => TextPair {
  const wordsOf = ({ items }: SideToRead): Map<string, string> => {
    const asked = new Map<number, ReadonlyMap<string, string>>();
    const words = new Map<string, string>();
    for (const { sequenceId, tag, words: from } of items) {
      const known = asked.get(sequenceId) ?? mapAskedCaptions(db, sequenceId);
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
    const textOf = (side: SideToRead) =>
      expandCaptions(side.content, new Map([...ofTask, ...wordsOf(side)]), side.untagged);
    return { kind: 'texts', reference: textOf(read.reference), response: textOf(read.response) };
  };
}
