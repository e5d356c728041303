import type { Figure } from '../../../../shared/model/agreement.ts';
import { formatEnds, formatFigure } from '../format-figure.ts';
import styles from './tables.module.css';

/** A figure with its interval; one that does not exist says why. */
export function FigureCell({ figure }: { readonly figure: Figure }) {
  if (figure.value === undefined) {
    return (
      <td className={styles.none} data-tip={figure.why}>
        undefined
        <small>{shortReason(figure.why ?? '')}</small>
      </td>
    );
  }
  return (
    <td>
      {formatFigure(figure.value)}
      <small>{formatEnds(figure)}</small>
    </td>
  );
}

/** Up to the colon; the whole stands in the tip. */
const shortReason = (why: string) => why.split(/[:;.]/)[0] ?? '';
