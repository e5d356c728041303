import { Code, EyeOff } from 'lucide-react';
import { Delta } from '../../components/score/Delta.tsx';
import { ExampleMark } from '../../components/score/ExampleMark.tsx';
import { ScoreValue } from '../../components/score/ScoreValue.tsx';
import { IconButton } from '../../components/button/IconButton.tsx';
import { WholeMarks } from './annotations/WholeMarks.tsx';
import type { Column } from './columns.ts';
import styles from './ColumnHeader.module.css';
import { findScore } from './score-rows.ts';

/** Metrics that a column's header has room for, the most telling first. */
const HEADLINE = ['SQCS', 'ICS', 'StS', 'LeS', 'SC'] as const;
const SHOWN = 3;

/** A column's name, letter and headline scores, with the difference to the first model. */
export function ColumnHeader({
  column,
  baseline,
  isRaw,
  onToggleRaw,
  onHide,
}: {
  readonly column: Column;
  readonly baseline: Column | undefined;
  readonly isRaw: boolean;
  readonly onToggleRaw: () => void;
  readonly onHide: (() => void) | undefined;
}) {
  const scores = HEADLINE.flatMap((metric) => {
    const score = findScore(column.response, metric, undefined);
    return score?.value === undefined
      ? []
      : [{ metric, value: score.value, isExample: score.source.isExample }];
  }).slice(0, SHOWN);
  const isCompared = baseline !== undefined && baseline.id !== column.id;
  return (
    <header className={styles.header} data-tone={column.tone}>
      <div className={styles.name}>
        <span className={styles.dot} aria-hidden="true" />
        <h2 title={column.label}>{column.label}</h2>
        {column.letter !== undefined && <small>{column.letter}</small>}
        <WholeMarks columnId={column.id} />
        <span className={styles.tools}>
          <IconButton
            label={isRaw ? 'Show as it is read' : 'Show raw content'}
            isPressed={isRaw}
            onClick={onToggleRaw}
          >
            <Code size={14} />
          </IconButton>
          {onHide !== undefined && (
            <IconButton label={`Hide ${column.label}`} onClick={onHide}>
              <EyeOff size={14} />
            </IconButton>
          )}
        </span>
      </div>
      {column.letter !== undefined && (
        <div className={styles.scores}>
          {scores.length === 0 && <span className={styles.none}>no scores</span>}
          {scores.map(({ metric, value, isExample }) => (
            <span key={metric}>
              <small>{metric}</small>
              {isExample && <ExampleMark />} <ScoreValue value={value} />
              {isCompared && (
                <Delta a={value} b={findScore(baseline.response, metric, undefined)?.value} />
              )}
            </span>
          ))}
        </div>
      )}
    </header>
  );
}
