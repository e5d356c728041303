import type { MarkGoal } from '../../define.ts';
import type { TransportState } from '../transport/state.ts';
import type { Transport } from '../transport/transport.ts';
import { useGoal } from './use-goal.ts';

/** Goes to where a marked range begins, and lets its item be heard. @param onGone  told where, in seconds */
export function useTimeGoal(
  goal: MarkGoal | undefined,
  transport: Transport,
  { tracks }: TransportState,
  onGone?: (atS: number) => void,
): void {
  const { startS = 0, durationS = 0 } = tracks[goal?.entryId ?? ''] ?? {};
  useGoal(goal, durationS > 0, ({ entryId, mark }) => {
    if (mark.kind !== 'time') return;
    const atS = startS + mark.startMs / 1000;
    transport.hear(entryId);
    transport.seek(atS);
    onGone?.(atS);
  });
}
