import type { CompareEntry } from '../../../define.ts';
import type { OpenPdf } from '../open-pdf.ts';
import type { PageSize } from '../page-size.ts';

/** A document that could be opened. */
export interface ComparedPdf {
  readonly entry: CompareEntry;
  readonly pdf: OpenPdf;
  readonly first: PageSize;
}
