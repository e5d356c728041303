import type ExcelJS from 'exceljs';
import { type Decoded, unscored } from '../../media/decode/decoded.ts';
import { countFigure, type Finding } from '../define-inspection.ts';
import type { DocumentContent, PageContent } from './content.ts';

/**
 * Reads the cells of an XLSX, as their results where they are formulas.
 *
 * @param bytes  of a zip that has been checked
 */
export async function readXlsx(bytes: Buffer): Promise<Decoded<DocumentContent>> {
  const { Workbook, ValueType } = await import('exceljs').then((library) => library.default);
  const workbook = new Workbook();
  try {
    // the types want an older Buffer
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unscored('media-broken', `The XLSX cannot be read: ${message.replace(/\.$/, '')}.`);
  }
  const findings: Finding[] = [];
  let cells = 0;
  let formulas = 0;
  const pages = workbook.worksheets.map((sheet, index): PageContent => {
    const lines: string[] = [];
    sheet.eachRow((row) => {
      const texts: string[] = [];
      row.eachCell((cell) => {
        cells++;
        if (cell.type === ValueType.Formula) formulas++;
        const text = textOfCell(cell);
        const broken = /^#(REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM)[!?]?/.exec(text);
        if (broken !== null) {
          const message = `Cell ${cell.address} of "${sheet.name}" holds ${broken[0]}`;
          findings.push({ kind: 'cell-error', page: index + 1, message });
        }
        texts.push(text);
      });
      lines.push(texts.join('\t'));
    });
    const text = lines.join('\n');
    const isEmpty = text.trim() === '';
    return { number: index + 1, text, kind: isEmpty ? 'empty' : 'text', tables: isEmpty ? 0 : 1 };
  });
  if (pages.length === 0) return unscored('media-broken', 'The XLSX holds no sheet.');
  const figures = {
    cells: countFigure(cells),
    formulas: countFigure(formulas),
    'cells with an error': countFigure(findings.length),
  };
  const pageCount = pages.length;
  const value: DocumentContent = {
    type: 'XLSX',
    unit: 'sheets',
    pageCount,
    pages,
    findings,
    figures,
  };
  return { status: 'decoded', value, notes: [] };
}

function textOfCell(cell: ExcelJS.Cell): string {
  const { value } = cell;
  if (value !== null && typeof value === 'object' && 'error' in value) return value.error;
  if (value !== null && typeof value === 'object' && 'result' in value) {
    const { result } = value;
    if (typeof result === 'object' && result !== null && 'error' in result) return result.error;
  }
  return cell.text;
}
