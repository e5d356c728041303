import type { ModalityId } from '../../../shared/model/modality.ts';
import type { CompareEntry } from '../../modalities/define.ts';

/** An item that is compared; its facts are read here. */
export type SheetEntry = Omit<CompareEntry, 'facts'>;

/** Items that belong together. */
export interface SheetSet {
  readonly id: string;
  readonly label: string;
  readonly modality: ModalityId;
  readonly entries: readonly SheetEntry[];
}
