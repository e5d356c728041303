import type { KeyboardEvent } from 'react';
import { isKeyOf } from '../../hooks/key-match.ts';
import type { Stage } from './stage.ts';

const TURN = Math.PI / 18;

/** Keys of a model: arrows turn it, `+` and `−` come closer and go away, `0` resets the view. */
export function onModelKey(event: KeyboardEvent, stage: Stage | undefined): void {
  if (stage === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowLeft') stage.orbit.turn(-TURN, 0);
  else if (event.key === 'ArrowRight') stage.orbit.turn(TURN, 0);
  else if (event.key === 'ArrowUp') stage.orbit.turn(0, TURN);
  else if (event.key === 'ArrowDown') stage.orbit.turn(0, -TURN);
  else if (isKeyOf('large.zoomIn', event)) stage.orbit.dolly(1 / 1.2);
  else if (isKeyOf('large.zoomOut', event)) stage.orbit.dolly(1.2);
  else if (isKeyOf('large.fit', event)) stage.reset();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
