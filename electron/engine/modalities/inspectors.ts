import type { ModalityId } from '../../../shared/model/modality.ts';
import { codeInspector } from './code/index.ts';
import type { FileInspector } from './define-inspection.ts';
import { documentInspector } from './document/index.ts';

/** What can be said of a file beside its official score, where that comes from a judge. */
export const INSPECTORS: Readonly<Partial<Record<ModalityId, FileInspector>>> = {
  code: codeInspector,
  document: documentInspector,
};
