import type { ModalityId } from '../model/modality.ts';
import type { ModalityMatch, StructureMark } from '../model/structure.ts';
import { parseStrip, type StripCell } from './sequence.ts';

/**
 * A cell of a structure strip with what the reference says of it: `redundant`, more items than the
 * reference has; `wrongType`, a modality that the reference does not have; `missing`, an item that
 * should be there (has no number).
 */
export type MarkedCell =
  | (StripCell & { readonly mark?: 'redundant' | 'wrongType' })
  | { readonly kind: 'missing'; readonly modality: ModalityId };

/**
 * Marks a response's strip by the structure arithmetic: the last items of a modality beyond the
 * expected number are redundant, and missing ones are appended, in the order of `matches`.
 */
export function markStrip(strip: string, matches: readonly ModalityMatch[]): MarkedCell[] {
  const cells = parseStrip(strip);
  const byModality = new Map(matches.map((match) => [match.modality, match]));
  const counted = new Map<ModalityId, number>();
  const marked = cells.map((cell): MarkedCell => {
    if (cell.kind === 'text' || !isGenerated(cell)) return cell;
    const match = byModality.get(cell.modality);
    if (match === undefined) return cell;
    const nth = (counted.get(cell.modality) ?? 0) + 1;
    counted.set(cell.modality, nth);
    if (match.expected === 0) return { ...cell, mark: 'wrongType' };
    return nth > match.expected ? { ...cell, mark: 'redundant' } : cell;
  });
  const missing = matches.flatMap((match) =>
    Array.from({ length: match.missing }, (): MarkedCell => ({
      kind: 'missing',
      modality: match.modality,
    })),
  );
  return [...marked, ...missing];
}

/**
 * What is wrong with a cell; undefined for an ordinary one. No entry, or no tag, is told before a wrong
 * number: it is the cause that can be looked at.
 */
export function cellMark(cell: MarkedCell): StructureMark | undefined {
  if (cell.kind === 'text') return undefined;
  if (cell.kind === 'missing') return 'missing';
  return cell.role === 'dangling' || cell.role === 'orphan' ? cell.role : cell.mark;
}

function isGenerated(cell: Extract<StripCell, { kind: 'tag' }>): boolean {
  return cell.role === 'item' || cell.role === 'dangling' || cell.role === 'orphan';
}
