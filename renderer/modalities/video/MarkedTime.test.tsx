import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { PlacedMark } from '../define.ts';
import type { FileEntry } from '../parts/file-entries.ts';
import type { TransportState } from '../parts/transport/state.ts';
import { MarkedTime } from './MarkedTime.tsx';

const mark = (number: number, startMs: number, endMs: number): PlacedMark => ({
  id: String(number),
  number,
  label: 'Cut off',
  isStale: false,
  mark: { kind: 'time', tag: 'video1', startMs, endMs },
});
const film = (id: string, marks: readonly PlacedMark[]): FileEntry => ({
  ...{ id, label: id, name: id, mediaId: id, tone: 'a', facts: undefined, marks },
  item: { tag: 'video1', modality: 'video', number: 1, media: { kind: 'inline', text: '' } },
});
const track = { offsetS: 0, startS: 0, durationS: 5, failure: undefined };
const state: TransportState = {
  ...{ positionS: 0, durationS: 10, isPlaying: false, rate: 1, isLooping: false, isMuted: false },
  ...{ region: undefined, heard: undefined },
  tracks: { first: track, later: { ...track, startS: 4 } },
};
const draw = (entries: readonly FileEntry[]) =>
  renderToStaticMarkup(
    <MarkedTime entries={entries} state={state}>
      <hr />
    </MarkedTime>,
  );

test('each film has a line of its marks, on the common clock', () => {
  const html = draw([film('first', [mark(1, 1000, 2000)]), film('later', [mark(2, 1000, 2000)])]);

  expect(html).toContain('aria-label="Marks of first"');
  // 1 s to 2 s of 10 s; the other one begins at 4 s: 5 s to 6 s
  expect(html).toMatch(/left:10%;right:80%"[^>]*aria-label="Mark 1: Cut off"/);
  expect(html).toMatch(/left:50%;right:40%"[^>]*aria-label="Mark 2: Cut off"/);
});

test('without marked ranges there is only the common line', () => {
  const whole: PlacedMark = { ...mark(1, 0, 0), mark: { kind: 'item', tag: 'video1' } };

  expect(draw([film('first', [whole]), film('later', [])])).toBe('<hr/>');
});
