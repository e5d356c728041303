import type { KeyboardEvent } from 'react';
import { digitOf, isKeyOf } from '../../../hooks/key-match.ts';
import type { ViewerKeyId } from '../../../hooks/keymap.ts';
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
  const target = event.target as Element; // React types it as any target
  if (target.closest('input:not([type=range]), select') !== null) return;
  const isControl = target.closest('button, input') !== null;
  const { positionS, durationS, heard } = transport.state();
  const step = event.shiftKey ? SHORT_STEP_S : LONG_STEP_S;
  const { ids = [] } = more;
  const is = (key: ViewerKeyId) => isKeyOf(key, event);
  const heardNow = ids[digitOf('player.hear', event) ?? -1];
  if (!isControl && is('player.toggle')) transport.toggle();
  else if (!isControl && is('player.back')) transport.seek(positionS - step);
  else if (!isControl && is('player.on')) transport.seek(positionS + step);
  else if (!isControl && is('player.start')) transport.seek(0);
  else if (!isControl && is('player.end')) transport.seek(durationS);
  else if (more.step && is('player.frameBack')) more.step(-1);
  else if (more.step && is('player.frameOn')) more.step(1);
  else if (is('player.loopFrom')) setLoopEdge(transport, true);
  else if (is('player.loopTo')) setLoopEdge(transport, false);
  else if (is('player.loopOff')) transport.setRegion(undefined);
  else if (ids.length > 1 && is('player.hearNext')) {
    const next = ids[(ids.indexOf(heard ?? '') + 1) % ids.length];
    if (next !== undefined) transport.hear(next);
  } else if (heardNow !== undefined) transport.hear(heardNow);
  else return;
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
