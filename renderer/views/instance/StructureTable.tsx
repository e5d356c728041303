import { MODALITIES } from '../../../shared/model/modality.ts';
import type { Response } from '../../../shared/model/response.ts';
import type { ModalityMatch } from '../../../shared/model/structure.ts';
import { formatScore } from '../../components/score/format-score.ts';
import type { Column } from './columns.ts';
import styles from './ScorePanel.module.css';
import { structureLines, structureOf } from './structure-lines.ts';

/** The arithmetic behind StS and LeS: per modality what is expected, found, and what it costs. */
export function StructureTable({
  columns,
  responses,
}: {
  readonly columns: readonly Column[];
  readonly responses: readonly (Response | undefined)[];
}) {
  const lines = structureLines(responses);
  if (lines.length === 0)
    return (
      <p className={styles.note}>
        Neither the reference nor a response holds a tag: StS = LeS = 100.
      </p>
    );
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Items</th>
            <th scope="col" data-tip="Items that the reference holds">
              Ref
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-tone={column.tone} data-tip={column.label}>
                {column.letter}
                <small className={styles.difference} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.modality}>
              <th scope="row">{MODALITIES[line.modality].label}</th>
              <td>{line.expected}</td>
              {line.cells.map((match, index) => (
                <td key={columns[index]?.id ?? index} data-tip={explain(match)}>
                  <MatchCell match={match} hasResponse={responses[index] !== undefined} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {responses.map((response, index) => {
        const tags = tagNotes(response);
        const column = columns[index];
        if (tags.length === 0 || column === undefined) return null;
        return (
          <p key={column.id} className={styles.note}>
            <b data-tone={column.tone}>{column.letter}</b> {tags.join(' · ')}
          </p>
        );
      })}
    </>
  );
}

function MatchCell({
  match,
  hasResponse,
}: {
  readonly match: ModalityMatch | undefined;
  readonly hasResponse: boolean;
}) {
  if (!hasResponse)
    return (
      <span className={styles.none}>
        —<small className={styles.difference} />
      </span>
    );
  // a modality that only another column holds: 0 of 0 here
  if (match === undefined)
    return (
      <span className={styles.none}>
        0<small className={styles.difference} />
      </span>
    );
  return (
    <span
      data-state={match.missing > 0 ? 'missing' : match.redundant > 0 ? 'redundant' : 'matched'}
    >
      {match.found}
      <small className={styles.difference}>
        {match.missing > 0 && `−${match.missing}`}
        {match.redundant > 0 && `+${match.redundant}`}
      </small>
    </span>
  );
}

function explain(match: ModalityMatch | undefined): string {
  if (match === undefined) return 'Neither the reference nor this response holds one.';
  const { expected, found } = match;
  return (
    `F1 = 2·min(${expected}, ${found}) / (${expected} + ${found}) = ${formatScore(match.f1)}` +
    ` · precision ${formatScore(match.precision)} · recall ${formatScore(match.recall)}` +
    ` · costs StS −${formatScore(match.stsCost)}, LeS −${formatScore(match.lesCost)}`
  );
}

function tagNotes(response: Response | undefined): string[] {
  const evidence = structureOf(response);
  if (evidence === undefined) return [];
  const note = (label: string, tags: readonly string[]) =>
    tags.length === 0 ? [] : [`${label}: ${tags.join(', ')}`];
  return [
    ...note('dangling', evidence.dangling),
    ...note('orphan', evidence.orphan),
    ...note('refers to input', evidence.inputReferences),
  ];
}
