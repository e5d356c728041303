import type { Call } from '../../../../shared/model/judge.ts';
import { CallFacts } from './CallFacts.tsx';
import styles from './JudgesEye.module.css';
import { RepeatChoice, useRepeat } from './RepeatChoice.tsx';

const SPEAKERS: Readonly<Record<Call['messages'][number]['role'], string>> = {
  system: 'Instruction',
  user: 'Question',
  assistant: 'Its first reply',
};

/** The messages as they were sent. */
export function PromptPane({ calls }: { readonly calls: readonly Call[] }) {
  const [repeat, setRepeat] = useRepeat(calls);
  const call = calls[repeat];
  return (
    <div className={styles.pane} tabIndex={0} role="group" aria-label="Prompt as sent">
      <h3>Prompt as it was sent</h3>
      {call === undefined ? (
        <p className={styles.source}>Nobody was asked: there was nothing to judge.</p>
      ) : (
        <>
          <CallFacts call={call} />
          <RepeatChoice calls={calls} shown={repeat} onShow={setRepeat} />
          {call.messages.map((message, index) => (
            <div key={index} className={styles.message}>
              <span>{SPEAKERS[message.role]}</span>
              <pre className={styles.raw}>{message.text}</pre>
            </div>
          ))}
        </>
      )}
    </div>
  );
}
