import { decodeText } from '../../media/decode/text.ts';
import { extensionOfPath } from '../../media/decode/extension.ts';
import type { FileInspector } from '../define-inspection.ts';
import { CODE_INSPECTION_VERSION, inspectCode } from './inspect-code.ts';

export { inspectCode } from './inspect-code.ts';

const MAX_BYTES = 8_000_000;

/** Syntax and size of code; inline code goes to {@link inspectCode} directly. */
export const codeInspector: FileInspector = {
  modality: 'code',
  id: 'code',
  version: CODE_INSPECTION_VERSION,
  title: 'Syntax and size',
  source: 'tree-sitter grammars; Apache DataFusion SQL parser',
  note: 'Parsed, never run. The official score of code comes from the judge; these stand beside it.',
  async inspectFile(path) {
    const decoded = await decodeText(path, MAX_BYTES);
    if (decoded.status !== 'decoded') return decoded;
    const { text } = decoded.value;
    return inspectCode({ text, extension: extensionOfPath(path) }, {}, decoded.notes);
  },
};
