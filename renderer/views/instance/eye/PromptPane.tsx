import type { Call } from '../../../../shared/model/judge.ts';
import { VisibleText } from '../../../components/visible-text/VisibleText.tsx';
import { CallFacts } from './CallFacts.tsx';
import styles from './JudgesEye.module.css';
import { RepeatChoice } from './RepeatChoice.tsx';

const SPEAKERS: Readonly<Record<Call['messages'][number]['role'], string>> = {
  system: 'Instruction, the same for all',
  user: 'Question',
  assistant: 'Its first reply',
};

/** The messages as they were sent. */
export function PromptPane({
  calls,
  repeat,
  onRepeat,
}: {
  readonly calls: readonly Call[];
  /** Which of them is shown. */
  readonly repeat: number;
  readonly onRepeat: (repeat: number) => void;
}) {
  const call = calls[repeat];
  return (
    <div className={styles.pane} tabIndex={0} role="group" aria-label="Prompt as sent">
      <h3>Prompt as it was sent</h3>
      {call === undefined ? (
        <p className={styles.source}>Nobody was asked: there was nothing to judge.</p>
      ) : (
        <>
          <CallFacts call={call} />
          <RepeatChoice calls={calls} shown={repeat} onShow={onRepeat} />
          {call.messages.map((message, index) => (
            // the instruction is the same for all; what was filled in is what is looked at
            <details key={index} className={styles.message} open={message.role !== 'system'}>
              <summary>{SPEAKERS[message.role]}</summary>
              <pre className={styles.raw}>
                <VisibleText text={message.text} />
              </pre>
            </details>
          ))}
        </>
      )}
    </div>
  );
}
