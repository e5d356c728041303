import { useState } from 'react';
import type {
  Judgement,
  JudgementLabel,
  JudgementVerdict,
} from '../../../../shared/model/judge.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { formatMoment } from '../../../components/score/format-moment.ts';
import { useAction } from '../../../hooks/use-action.ts';
import { labelJudgement, useJudgementsStore } from '../../../stores/judgements-store.ts';
import styles from './JudgesEye.module.css';
import { isLabelOfBefore, VERDICTS, verdictLabel } from './verdict-labels.ts';

/** Agree, or say which of the two was wrong: the words for a medium, or the judgement itself. */
export function VerdictForm({ judgement }: { readonly judgement: Judgement }) {
  const [current] = judgement.labels;
  const [note, setNote] = useState(current?.note ?? '');
  const labelError = useJudgementsStore((state) => state.labelError);
  const say = (verdict: JudgementVerdict) => void labelJudgement(judgement.id, verdict, note);
  useAction('eye.agree', () => say('agree'));
  useAction('eye.captionWrong', () => say('caption-wrong'));
  useAction('eye.verdictWrong', () => say('verdict-wrong'));
  const isOfBefore = isLabelOfBefore(judgement);
  const isNoteChanged = current !== undefined && note !== current.note;
  return (
    <div>
      <div className={styles.verdicts} role="group" aria-label="Verdict">
        {VERDICTS.map(({ id, label, action }) => (
          <Button
            key={id}
            action={action}
            isPressed={current?.verdict === id && !isOfBefore}
            onClick={() => say(id)}
          >
            {label}
          </Button>
        ))}
      </div>
      <textarea
        className={styles.note}
        aria-label="Note"
        placeholder="A note, kept with the verdict"
        value={note}
        maxLength={4000}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles.tools}>
        {current === undefined ? (
          <span>Nothing said yet.</span>
        ) : (
          <>
            <span role="status">
              {verdictLabel(current.verdict)}
              {isOfBefore && ', said of an earlier reply'}, {formatMoment(current.at)}
            </span>
            {isNoteChanged && <Button onClick={() => say(current.verdict)}>Save the note</Button>}
            <Button
              variant="quiet"
              onClick={() => {
                setNote('');
                void labelJudgement(judgement.id, undefined, '');
              }}
            >
              Take back
            </Button>
          </>
        )}
      </div>
      {labelError !== undefined && <ErrorText error={labelError} />}
      <History labels={judgement.labels.slice(1)} />
    </div>
  );
}

function History({ labels }: { readonly labels: readonly JudgementLabel[] }) {
  if (labels.length === 0) return null;
  return (
    <details className={styles.history}>
      <summary>Said before ({labels.length})</summary>
      <ul>
        {labels.map((label) => (
          <li key={label.at}>
            {verdictLabel(label.verdict)}, {formatMoment(label.at)}
            {label.note !== '' && `: ${label.note}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
