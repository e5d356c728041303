import type { AnnotatedSide, Mark } from '../../shared/model/annotation.ts';

/** What tells the places of an instance apart. */
export interface PlaceName {
  readonly side: AnnotatedSide;
  readonly model?: string | undefined;
  readonly mark: Mark;
}

/** The same for equal places, whatever the order of a mark's parts. */
export function placeId({ side, model, mark }: PlaceName): string {
  const parts = Object.entries(mark).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([side, model ?? '', parts]);
}
