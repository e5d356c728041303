import { formatCounted } from '../score/format-score.ts';
import { diffLines, foldSame } from './line-diff.ts';
import styles from './LineDiff.module.css';

const MARKS = { same: ' ', out: '−', in: '+' } as const;
const WORDS = { same: undefined, out: 'taken out: ', in: 'put in: ' } as const;

/** How a text was changed, line by line. */
export function LineDiff({
  before,
  after,
  label,
}: {
  readonly before: string;
  readonly after: string;
  readonly label: string;
}) {
  const lines = foldSame(diffLines(before, after), 2);
  return (
    <div className={styles.diff} role="group" aria-label={label} tabIndex={0}>
      {lines.map((line, index) =>
        line.kind === 'gap' ? (
          <div key={index} className={styles.gap}>
            {formatCounted(line.count, 'line')} alike
          </div>
        ) : (
          <div key={index} className={styles.line} data-kind={line.kind}>
            <span aria-hidden="true">{MARKS[line.kind]}</span>
            <span>
              {WORDS[line.kind] !== undefined && (
                <span className="visually-hidden">{WORDS[line.kind]}</span>
              )}
              {line.text}
            </span>
          </div>
        ),
      )}
    </div>
  );
}
