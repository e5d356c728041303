import type { NativeItem, NativePart } from './types.ts';

/**
 * Pictures that follow each other with nothing but blanks between become one video each, when the user
 * asks for it. A run in which a file is missing, or a picture that stands elsewhere too, stays as it is.
 */
export function joinRuns(parts: readonly NativePart[], joinVideo: boolean): readonly NativePart[] {
  if (!joinVideo) return parts;
  const times = new Map<NativeItem, number>();
  for (const part of parts)
    if (part.kind === 'item') times.set(part.item, (times.get(part.item) ?? 0) + 1);
  const joined: NativePart[] = [];
  let videos = 0;
  for (let at = 0; at < parts.length;) {
    const run = runAt(parts, at);
    const isWhole = run.items.every(({ files }) => files.length === 1);
    const isOnce = run.items.every((item) => times.get(item) === 1);
    const part = parts[at];
    if (run.items.length > 1 && isWhole && isOnce) {
      joined.push({ kind: 'item', item: joinedItem(run.items, videos++) });
      at = run.end;
    } else if (part !== undefined) {
      joined.push(part);
      at += 1;
    }
  }
  return joined;
}

function runAt(parts: readonly NativePart[], from: number) {
  const items: NativeItem[] = [];
  let end = from;
  for (let at = from; at < parts.length; at++) {
    const part = parts[at];
    if (part?.kind === 'item' && part.item.modality === 'image') {
      items.push(part.item);
      end = at + 1;
    } else if (part?.kind !== 'text' || part.text.trim() !== '' || items.length === 0) break;
  }
  return { items, end };
}

function joinedItem(items: readonly NativeItem[], index: number): NativeItem {
  return {
    modality: 'video',
    index,
    markers: items.flatMap(({ markers }) => markers),
    files: items.flatMap(({ files }) => files),
    as: 'join',
  };
}
