import type { Call } from '../../../../shared/model/judge.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { VisibleText } from '../../../components/visible-text/VisibleText.tsx';
import styles from './JudgesEye.module.css';

/** A reply as it came, also what cannot be seen in it. */
export function RawReply({
  call,
  isTold,
}: {
  readonly call: Call;
  /** Why there is no figure stands above already. */
  readonly isTold: boolean;
}) {
  return (
    <>
      {call.failure !== undefined && !isTold && <ErrorText error={call.failure} />}
      <pre className={styles.raw}>
        {call.rawReply === undefined ? 'Nothing came back.' : <VisibleText text={call.rawReply} />}
      </pre>
    </>
  );
}
