import type { Figure } from '../../../shared/model/quality.ts';
import { ScoreValue } from '../../components/score/ScoreValue.tsx';
import styles from './FigureTable.module.css';
import { formatFigure } from './quality-lines.ts';

/** Named figures with their units, one a line; what each means is its tooltip. */
export function FigureTable({
  caption,
  figures,
}: {
  readonly caption: string;
  readonly figures: readonly (readonly [string, Figure])[];
}) {
  if (figures.length === 0) return null;
  const isRated = figures.some(([, figure]) => figure.score !== undefined);
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
            {isRated && (
              <td>{figure.score !== undefined && <ScoreValue value={figure.score} />}</td>
            )}
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
