import type { Mark } from '../../../../shared/model/annotation.ts';
import type { Item } from '../../../../shared/model/content.ts';
import { durationText } from '../../../components/media-card/fact-lines.ts';
import type { PlaceName } from '../../../stores/annotation-place.ts';
import type { Column } from '../columns.ts';
import { columnIdOf } from './places.ts';

const EXCERPT = 44;

/** Where on its side a mark is, e.g. `image2, region`; empty for the whole. */
export function markLabel(
  mark: Mark,
  content: string | undefined,
  items: readonly Item[] = [],
): string {
  switch (mark.kind) {
    case 'whole':
      return '';
    case 'item':
      return mark.tag;
    case 'box':
      return mark.page === undefined
        ? `${mark.tag}, region`
        : `${mark.tag}, region of page ${mark.page}`;
    case 'time':
      return `${mark.tag}, ${durationText(mark.startMs)}–${durationText(mark.endMs)}`;
    case 'page':
      return `${mark.tag}, ${isSheets(mark.tag, items) ? 'sheet' : 'page'} ${mark.page}`;
    case 'lines':
      return mark.from === mark.to
        ? `${mark.tag}, line ${mark.from}`
        : `${mark.tag}, lines ${mark.from}–${mark.to}`;
    case 'point':
      return `${mark.tag}, point`;
    case 'text':
      return excerpt(content, mark);
  }
}

/** The pages of a spreadsheet are its sheets. */
function isSheets(tag: string, items: readonly Item[]): boolean {
  const media = items.find((item) => item.tag === tag)?.media;
  return media?.kind === 'file' && ['xlsx', 'xls'].includes(media.ref.extension);
}

function excerpt(content: string | undefined, { start, end }: { start: number; end: number }) {
  const text = (content ?? '').slice(start, end).replace(/\s+/g, ' ').trim();
  if (text === '') return 'text';
  return text.length <= EXCERPT ? `“${text}”` : `“${text.slice(0, EXCERPT).trimEnd()}…”`;
}

/** Side and place, e.g. `B · image2, region`. */
export function placeLabel(place: PlaceName, columns: readonly Column[]): string {
  const id = columnIdOf(place);
  const column = columns.find((each) => each.id === id);
  const side =
    id === undefined ? 'Instance' : (column?.letter ?? column?.label ?? place.model ?? place.side);
  const label = markLabel(place.mark, column?.sequence?.content, column?.sequence?.items);
  return label === '' ? side : `${side} · ${label}`;
}
