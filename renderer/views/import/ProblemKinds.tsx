import type { ImportReport } from '../../../shared/model/import.ts';
import { PROBLEM_CODES, Severity } from '../../../shared/model/problem.ts';
import { messageWithoutPath } from '../../components/problem-kind/message-without-path.ts';
import { problemLabel } from '../../components/problem-kind/problem-labels.ts';
import { SeverityIcon } from '../../components/problem-kind/SeverityIcon.tsx';
import { formatCount, formatCounted } from '../../components/score/format-score.ts';
import type { ProblemFilter } from '../../stores/route.ts';
import { hrefOf } from '../../stores/route-store.ts';
import styles from './ProblemKinds.module.css';

type Kind = ImportReport['problemsByCode'][number];

/** Problems by kind, each with an example and a way to all of them. */
export function ProblemKinds({ kinds }: { readonly kinds: readonly Kind[] }) {
  const total = kinds.reduce((sum, kind) => sum + kind.count, 0);
  const ordered = [...kinds].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
  return (
    <section aria-labelledby="problems-title">
      <h2 id="problems-title">
        {total === 0
          ? 'No problems: everything was read as it is written'
          : `${formatCounted(total, 'problem')}, nothing left out`}
      </h2>
      <ul className={styles.kinds}>
        {ordered.map((kind) => (
          <li key={`${kind.code} ${kind.quirk ?? ''} ${kind.severity}`}>
            <SeverityIcon severity={severityOf(kind)} />
            <div className={styles.text}>
              <p className={styles.name}>
                {problemLabel(kind.code, kind.quirk)}
                {kind.quirk !== undefined && <small> quirk {kind.quirk}</small>}
              </p>
              <p className={styles.example}>
                {messageWithoutPath(kind.example.message, kind.example.file)}{' '}
                <code>
                  {kind.example.file}
                  {kind.example.line !== undefined && `:${kind.example.line}`}
                </code>
              </p>
            </div>
            <a
              className={styles.all}
              href={hrefOf({ screen: 'problems', problems: filterOf(kind) })}
            >
              {kind.count === 1 ? 'Show it' : `Show all ${formatCount(kind.count)}`}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function severityOf(kind: Kind): Severity {
  return Severity.options.find((each) => each === kind.severity) ?? 'info';
}

function rank(kind: Kind): number {
  return Severity.options.indexOf(severityOf(kind));
}

function filterOf(kind: Kind): ProblemFilter {
  const code = PROBLEM_CODES.find((each) => each === kind.code);
  return {
    ...(code === undefined ? {} : { code }),
    ...(kind.quirk === undefined ? {} : { quirk: kind.quirk }),
    severity: severityOf(kind),
  };
}
