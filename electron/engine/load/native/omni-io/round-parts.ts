import type { NativeProblem } from '../../../../../shared/model/native.ts';
import { createIndexes } from '../answer-text.ts';
import type { NativeItem, NativePart } from '../types.ts';
import type { AnswerPart, Round } from './answer-rounds.ts';
import type { Shelf } from './asset-shelf.ts';
import { modalityOfType } from './registry.ts';

type Say = (problem: Pick<NativeProblem, 'code' | 'severity' | 'message'>) => void;

/** Parts of one round: each asset that is named, once. A link to what is no asset stays text. */
export function partsOfRound(round: Round, shelf: Shelf, say: Say): NativePart[] {
  const indexOf = createIndexes();
  const items = new Map<string, NativeItem>();
  return round.parts.map((part): NativePart => {
    if (part.kind === 'text') return part;
    const item = items.get(part.path) ?? itemOf(part, shelf, indexOf, say);
    if (item === undefined) return { kind: 'text', text: part.marker };
    items.set(part.path, item);
    return { kind: 'item', item };
  });
}

function itemOf(
  part: Extract<AnswerPart, { kind: 'asset' }>,
  shelf: Shelf,
  indexOf: ReturnType<typeof createIndexes>,
  say: Say,
): NativeItem | undefined {
  const found = shelf.take(part.path);
  const isLink = part.label === '';
  if (found === undefined && isLink) return undefined;
  const modality = found?.modality ?? modalityOfType(part.label);
  if (modality === undefined) {
    const message = `Kept a line as text: nothing says what "${part.label}" is. "${part.path}"`;
    say({ code: 'ambiguous', severity: 'warning', message });
    return undefined;
  }
  if (found?.asset === undefined && found !== undefined) {
    const message = `Took a file that the registry does not have; its name says what it is. "${part.path}"`;
    say({ code: 'ambiguous', severity: 'info', message });
  }
  return {
    modality,
    index: indexOf(modality),
    markers: [part.marker],
    files: (found?.files ?? []).map(({ path }) => path),
    as: modality === 'code' ? 'inline' : 'copy',
  };
}
