import { ChevronRight } from 'lucide-react';
import type { Figure } from '../../../shared/model/quality.ts';
import { Meter } from '../../components/meter/Meter.tsx';
import { ScoreValue } from '../../components/score/ScoreValue.tsx';
import type { Column } from './columns.ts';
import styles from './QualityAnatomy.module.css';
import { formatFigure, itemAnatomies, type ItemAnatomy } from './quality-lines.ts';
import panel from './ScorePanel.module.css';

/** Every computed quality figure, opened down to what it was made of; nothing when none was computed. */
export function QualityAnatomy({ columns }: { readonly columns: readonly Column[] }) {
  const models = columns.flatMap((column) => {
    const items = column.response === undefined ? [] : itemAnatomies(column.response);
    return items.length === 0 ? [] : [{ column, items }];
  });
  if (models.length === 0) return null;
  return (
    <>
      <h2 className={panel.heading}>Quality, item by item</h2>
      {models.map(({ column, items }) => (
        <div key={column.id} className={styles.model}>
          <h3 data-tone={column.tone}>
            {column.letter} {column.label}
          </h3>
          {items.map((item) => (
            <ItemFigures key={item.id} item={item} tone={column.letter} />
          ))}
        </div>
      ))}
    </>
  );
}

function ItemFigures({
  item,
  tone,
}: {
  readonly item: ItemAnatomy;
  readonly tone: string | undefined;
}) {
  const rated = item.figures.filter(([, figure]) => figure.role !== 'diagnostic');
  const beside = item.figures.filter(([, figure]) => figure.role === 'diagnostic');
  return (
    <details className={styles.item}>
      <summary>
        <ChevronRight size={13} aria-hidden="true" />
        <span className={styles.tag}>{item.tag}</span>
        <span className={styles.profile}>{item.profile}</span>
        {item.value !== undefined && (
          <>
            <Meter value={item.value} tone={toneOf(tone)} />
            <ScoreValue value={item.value} />
          </>
        )}
      </summary>
      {item.worth !== undefined && <p className={panel.note}>{item.worth}</p>}
      <FigureTable caption="Enters the score" figures={rated} />
      <FigureTable caption="Beside the score" figures={beside} />
      {item.findings.length > 0 && (
        <ul className={styles.findings}>
          {item.findings.map((finding, index) => (
            <li key={index}>
              {place(finding)} {finding.message}
            </li>
          ))}
        </ul>
      )}
      {item.notes.map((note) => (
        <p key={note} className={panel.note}>
          {note}
        </p>
      ))}
    </details>
  );
}

function FigureTable({
  caption,
  figures,
}: {
  readonly caption: string;
  readonly figures: readonly (readonly [string, Figure])[];
}) {
  if (figures.length === 0) return null;
  return (
    <table className={styles.figures}>
      <caption>{caption}</caption>
      <tbody>
        {figures.map(([name, figure]) => (
          <tr key={name}>
            <th scope="row" data-tip={describe(figure)}>
              {name.replaceAll('_', ' ')}
            </th>
            <td>{formatFigure(figure)}</td>
            <td>{figure.score !== undefined && <ScoreValue value={figure.score} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describe({ range, unit, weight, role, note }: Figure): string {
  const most = range[1] >= Number.MAX_SAFE_INTEGER ? '∞' : range[1].toLocaleString('en');
  const span = `${range[0].toLocaleString('en')} to ${most}${unit === '' ? '' : ` ${unit}`}`;
  const share = weight === undefined ? '' : ` · weight ${weight.toLocaleString('en')}`;
  const factor = role === 'factor' ? ' · multiplied into the score' : '';
  return `Range ${span}${share}${factor}${note === undefined ? '' : `. ${note}`}`;
}

function place({
  line,
  column,
  page,
}: {
  line?: number | undefined;
  column?: number | undefined;
  page?: number | undefined;
}) {
  if (page !== undefined) return `page ${page}:`;
  if (line === undefined) return '';
  return column === undefined ? `line ${line}:` : `line ${line}, column ${column}:`;
}

function toneOf(letter: string | undefined): 'a' | 'b' | 'c' | 'd' | 'accent' {
  if (letter === 'A') return 'a';
  if (letter === 'B') return 'b';
  if (letter === 'C') return 'c';
  return letter === 'D' ? 'd' : 'accent';
}
