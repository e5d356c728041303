import { StructureEvidence } from '../../../shared/model/structure.ts';
import type { Response } from '../../../shared/model/response.ts';
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { ModalityMatch } from '../../../shared/model/structure.ts';
import { findScore } from './score-rows.ts';

/** The evidence that the engine keeps with StS; undefined where the response was not scored. */
export function structureOf(response: Response | undefined): StructureEvidence | undefined {
  const parsed = StructureEvidence.safeParse(findScore(response, 'StS', undefined)?.evidence);
  return parsed.success ? parsed.data : undefined;
}

/** One modality over all columns: what the reference expects and what each response brings. */
export interface StructureLine {
  readonly modality: ModalityId;
  readonly expected: number;
  readonly cells: readonly (ModalityMatch | undefined)[];
}

/** One line for each modality that the reference or any of the responses holds. */
export function structureLines(
  responses: readonly (Response | undefined)[],
): readonly StructureLine[] {
  const evidence = responses.map(structureOf);
  const modalities = new Set(evidence.flatMap((e) => e?.modalities.map((m) => m.modality) ?? []));
  return [...modalities].map((modality) => {
    const cells = evidence.map((e) => e?.modalities.find((m) => m.modality === modality));
    return { modality, expected: Math.max(...cells.map((c) => c?.expected ?? 0)), cells };
  });
}
