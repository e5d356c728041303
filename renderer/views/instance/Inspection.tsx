import styles from './Inspection.module.css';
import { FigureTable } from './FigureTable.tsx';
import { findingCount, placeOf, type ItemInspection } from './inspection-lines.ts';
import { ItemDetails } from './ItemDetails.tsx';

/** What was found in one item's file, folded; its findings are counted while it is. */
export function Inspection({ item }: { readonly item: ItemInspection }) {
  const { tag, outcome } = item;
  if (outcome.status === 'unscored') {
    return (
      <p className={styles.none}>
        <b>{tag}</b> Not looked at: {outcome.reason}
      </p>
    );
  }
  const { type, profile, version, figures, findings, notes } = outcome.inspection;
  return (
    <ItemDetails
      tag={tag}
      kind={type}
      tip={`Inspection “${profile}”, version ${version}`}
      figures={
        <span className={styles.count} data-found={findings.length > 0}>
          {findingCount(findings.length)}
        </span>
      }
    >
      {findings.length > 0 && (
        <ul className={styles.findings}>
          {findings.map((finding, index) => (
            <li key={index}>
              <Place text={placeOf(finding)} />
              {finding.message}
            </li>
          ))}
        </ul>
      )}
      <FigureTable caption="Figures; none enters the score" figures={Object.entries(figures)} />
      {notes.map((note, index) => (
        <p key={index} className={styles.note}>
          {note}
        </p>
      ))}
    </ItemDetails>
  );
}

function Place({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : <span className={styles.place}>{text}</span>;
}
