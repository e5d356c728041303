import type { Place } from './places.ts';

const LONGEST = 120;

/** What was said of a place, in a line: its tags, then its notes. */
export function saidAt(
  { isFlagged, tags, notes }: Pick<Place, 'isFlagged' | 'tags' | 'notes'>,
  labelOf: (tag: string) => string,
): string {
  const said = [
    ...(isFlagged ? ['flagged'] : []),
    ...tags.map(({ tag }) => labelOf(tag ?? '')),
    ...notes.map(({ text }) => text ?? ''),
  ].join(' · ');
  return said.length <= LONGEST ? said : `${said.slice(0, LONGEST).trimEnd()}…`;
}
