import type { Call } from '../../../../shared/model/judge.ts';
import { Button } from '../../../components/button/Button.tsx';
import styles from './JudgesEye.module.css';

/** One button a repeat; nothing when it was asked once. */
export function RepeatChoice({
  calls,
  shown,
  onShow,
}: {
  readonly calls: readonly Call[];
  readonly shown: number;
  readonly onShow: (repeat: number) => void;
}) {
  if (calls.length < 2) return null;
  return (
    <div className={styles.repeats} role="group" aria-label="Repeats">
      Asked {calls.length} times
      {calls.map((call, index) => (
        <Button key={call.id} isPressed={index === shown} onClick={() => onShow(index)}>
          {index + 1}
        </Button>
      ))}
    </div>
  );
}
