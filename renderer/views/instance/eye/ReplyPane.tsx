import type { Judgement } from '../../../../shared/model/judge.ts';
import type { Response } from '../../../../shared/model/response.ts';
import { VisibleText } from '../../../components/visible-text/VisibleText.tsx';
import { formatScore } from '../../../components/score/format-score.ts';
import { findScore } from '../score-rows.ts';
import styles from './JudgesEye.module.css';
import { RawReply } from './RawReply.tsx';
import { RepeatChoice } from './RepeatChoice.tsx';
import { commonReason, formatRaw, formulaOf, replyLines } from './reply-lines.ts';
import { VerdictForm } from './VerdictForm.tsx';

/** What came back, what was read from it, and what a person thinks of it. */
export function ReplyPane({
  judgement,
  response,
  repeat,
  onRepeat,
}: {
  readonly judgement: Judgement;
  readonly response: Response | undefined;
  /** Which of its calls is shown. */
  readonly repeat: number;
  readonly onRepeat: (repeat: number) => void;
}) {
  const call = judgement.calls[repeat];
  return (
    <div className={styles.pane} tabIndex={0} role="group" aria-label="Reply and verdict">
      <section className={styles.block}>
        <h3>Your verdict</h3>
        <VerdictForm judgement={judgement} />
      </section>
      <section className={styles.block}>
        <h3>Read from it</h3>
        <Parsed judgement={judgement} response={response} />
      </section>
      {call !== undefined && (
        <section className={styles.block}>
          <h3>Reply as it came</h3>
          <RepeatChoice calls={judgement.calls} shown={repeat} onShow={onRepeat} />
          <RawReply call={call} isTold={judgement.unscored !== undefined} />
        </section>
      )}
    </div>
  );
}

function Parsed({
  judgement,
  response,
}: {
  readonly judgement: Judgement;
  readonly response: Response | undefined;
}) {
  const { values, unscored, tag, calls } = judgement;
  const lines = replyLines(judgement);
  const reason = commonReason(judgement);
  const hasRepeats = lines.some(({ raws }) => raws.length > 1);
  if (unscored !== undefined)
    return (
      <p className={styles.reason}>
        <b>Not computed.</b> <VisibleText text={unscored.reason} />
      </p>
    );
  return (
    <>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">Key</th>
            {hasRepeats && <th scope="col">Repeats</th>}
            <th scope="col">{hasRepeats ? 'Mean ± spread' : 'Said'}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.label}</th>
              {hasRepeats && <td>{line.raws.map(formatRaw).join(', ')}</td>}
              <td>
                {formatRaw(line.mean)}
                {line.spread !== undefined && ` ± ${formatRaw(line.spread)}`}{' '}
                <small>of {line.most}</small>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {Object.entries(values).map(([metric, value]) => {
            const scale = findScore(response, metric, tag)?.source.scale;
            return (
              <tr key={metric}>
                <th scope="row">
                  {metric} <small>{formulaOf(calls[0]?.promptId, scale)}</small>
                </th>
                {hasRepeats && <td />}
                <td>{formatScore(value)}</td>
              </tr>
            );
          })}
        </tfoot>
      </table>
      {lines.map(
        (line) =>
          line.reason !== undefined && (
            <p key={line.key} className={styles.reason}>
              <b>{line.label}.</b> <VisibleText text={line.reason} />
            </p>
          ),
      )}
      {reason !== undefined && (
        <p className={styles.reason}>
          <VisibleText text={reason} />
        </p>
      )}
    </>
  );
}
