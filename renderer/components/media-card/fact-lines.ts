// The short facts in a card's bar. Pure.
import type { Item } from '../../../shared/model/content.ts';
import type { MediaFacts } from '../../../shared/model/media.ts';

/** `1:02:03`, `2:05` or `0:07`; tenths below ten seconds, where they matter. */
export function durationText(durationMs: number): string {
  if (durationMs < 9950) return `${(durationMs / 1000).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** `412 B`, `9.3 kB`, `1.2 MB`. */
export function sizeText(sizeBytes: number): string {
  if (sizeBytes < 1000) return `${sizeBytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = sizeBytes;
  let unit = -1;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? ''}`;
}

const count = new Intl.NumberFormat('en-US');

/** What to say of an item, most telling first: picture size, length, counts, file size. */
export function factLines(
  item: Item,
  facts: MediaFacts | undefined,
  details: readonly string[],
): string[] {
  const lines = [...details];
  if (facts === undefined) return lines;
  const isSound = item.modality === 'audio';
  if (facts.widthPx !== undefined && facts.heightPx !== undefined && !isSound) {
    lines.unshift(`${facts.widthPx}×${facts.heightPx}`);
  }
  if (facts.durationMs !== undefined) lines.push(durationText(facts.durationMs));
  if (facts.sampleRateHz !== undefined && isSound) {
    lines.push(`${Number((facts.sampleRateHz / 1000).toFixed(2))} kHz`);
    if (facts.channels === 2) lines.push('stereo');
    else if ((facts.channels ?? 1) > 2) lines.push(`${facts.channels ?? 0} channels`);
  }
  if (facts.vertices !== undefined && details.length === 0) {
    lines.push(`${count.format(facts.vertices)} ${facts.faces ? 'vertices' : 'points'}`);
    if (facts.faces) lines.push(`${count.format(facts.faces)} faces`);
  }
  lines.push(sizeText(facts.sizeBytes));
  return lines;
}
