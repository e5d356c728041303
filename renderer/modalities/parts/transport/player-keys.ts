import type { KeyboardEvent } from 'react';
import type { Transport } from './transport.ts';

const LONG_STEP_S = 5;
const SHORT_STEP_S = 0.5;

/**
 * Keys that every player has while the focus is in it: Space, arrows (with Shift half a second), Home,
 * End; `,` `.` for frames where there are some; `[` `]` for the loop; `1` to `9` and `h` for what is heard.
 */
export function onPlayerKey(
  event: KeyboardEvent,
  transport: Transport,
  more: { readonly step?: (direction: 1 | -1) => void; readonly ids?: readonly string[] } = {},
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as Element; // React types it as any target
  if (target.closest('input:not([type=range]), select') !== null) return;
  const isControl = target.closest('button, input') !== null;
  const { positionS, durationS, heard } = transport.state();
  const step = event.shiftKey ? SHORT_STEP_S : LONG_STEP_S;
  const { ids = [] } = more;
  if (event.key === ' ' && !isControl) transport.toggle();
  else if (event.key === 'ArrowLeft' && !isControl) transport.seek(positionS - step);
  else if (event.key === 'ArrowRight' && !isControl) transport.seek(positionS + step);
  else if (event.key === 'Home' && !isControl) transport.seek(0);
  else if (event.key === 'End' && !isControl) transport.seek(durationS);
  else if (event.key === ',' && more.step) more.step(-1);
  else if (event.key === '.' && more.step) more.step(1);
  else if (event.key === '[' || event.key === ']') setLoopEdge(transport, event.key === '[');
  else if (event.key === 'Backspace') transport.setRegion(undefined);
  else if (event.key === 'h' && ids.length > 1) {
    const next = ids[(ids.indexOf(heard ?? '') + 1) % ids.length];
    if (next !== undefined) transport.hear(next);
  } else if (/^[1-9]$/.test(event.key) && ids[Number(event.key) - 1] !== undefined) {
    transport.hear(ids[Number(event.key) - 1] ?? '');
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The loop begins, or ends, at the position. */
function setLoopEdge(transport: Transport, isBegin: boolean): void {
  const { durationS, region } = transport.state();
  const at = transport.position();
  const fromS = isBegin ? at : (region?.fromS ?? 0);
  const toS = isBegin ? Math.max(region?.toS ?? durationS, at) : at;
  if (toS - fromS > 0.05) transport.setRegion({ fromS, toS });
}
