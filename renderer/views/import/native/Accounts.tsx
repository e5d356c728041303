import type {
  NativeAccounts,
  NativeProblem,
  NativeProblemCode,
  NativeReport,
} from '../../../../shared/model/native.ts';
import { Severity } from '../../../../shared/model/problem.ts';
import { messageWithoutPath } from '../../../components/problem-kind/message-without-path.ts';
import { SeverityIcon } from '../../../components/problem-kind/SeverityIcon.tsx';
import { formatCount } from '../../../components/score/format-score.ts';
import styles from './Accounts.module.css';
import { PROBLEM_WORDS } from './native-words.ts';

/** Where every marker and every file goes, and what is not as it should be. */
export function Accounts({
  accounts,
  problems,
  counts,
}: {
  readonly accounts: NativeAccounts;
  readonly problems: readonly NativeProblem[];
  readonly counts: NativeReport['problemCounts'];
}) {
  const { markers, files, cutOff } = accounts;
  const kinds = Object.keys(PROBLEM_WORDS) as NativeProblemCode[]; // the keys are those of the record
  return (
    <div className={styles.accounts}>
      <dl className={styles.sums}>
        <Sum
          name="Markers"
          whole={markers.found}
          parts={[
            [markers.resolved, 'with a file'],
            [markers.withoutFile, 'without'],
            [markers.leftOut, 'left out'],
          ]}
        />
        <Sum
          name="Files"
          whole={files.found}
          parts={[
            [files.resolved, 'named by a marker'],
            [files.orphans, 'orphans'],
            [files.leftOut, 'left out'],
          ]}
        />
        {cutOff > 0 && <Sum name="Cut off" whole={cutOff} parts={[[cutOff, 'dropped']]} />}
      </dl>
      <ul className={styles.kinds} aria-label="Problems">
        {kinds
          .filter((code) => (counts[code] ?? 0) > 0)
          .map((code) => (
            <Kind
              key={code}
              code={code}
              count={counts[code] ?? 0}
              problems={problems.filter((problem) => problem.code === code)}
            />
          ))}
      </ul>
    </div>
  );
}

function Sum({
  name,
  whole,
  parts,
}: {
  readonly name: string;
  readonly whole: number;
  readonly parts: readonly (readonly [number, string])[];
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{formatCount(whole)}</b> ={' '}
        {parts.map(([count, words], index) => (
          <span key={words} data-some={(index > 0 && count > 0) || undefined}>
            {index > 0 && ' + '}
            {formatCount(count)} {words}
          </span>
        ))}
      </dd>
    </div>
  );
}

const LISTED = 50;

function Kind({
  code,
  count,
  problems,
}: {
  readonly code: NativeProblemCode;
  readonly count: number;
  readonly problems: readonly NativeProblem[];
}) {
  const worst = Severity.options.find((each) => problems.some(({ severity }) => severity === each));
  const shown = problems.slice(0, LISTED);
  return (
    <li>
      <details>
        <summary>
          <SeverityIcon severity={worst ?? 'warning'} />
          {PROBLEM_WORDS[code]}
          <b>{formatCount(count)}</b>
        </summary>
        <ul>
          {shown.map((problem, index) => (
            <li key={index}>
              {messageWithoutPath(problem.message, problem.file)}{' '}
              <code>
                {problem.file}
                {problem.line !== undefined && `:${problem.line}`}
              </code>
            </li>
          ))}
          {count > shown.length && <li>… and {formatCount(count - shown.length)} more.</li>}
        </ul>
      </details>
    </li>
  );
}
