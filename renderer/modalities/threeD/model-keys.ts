import type { KeyboardEvent } from 'react';
import type { Stage } from './stage.ts';

const TURN = Math.PI / 18;

/** Keys of a model: arrows turn it, `+` and `−` come closer and go away, `0` resets the view. */
export function onModelKey(event: KeyboardEvent, stage: Stage | undefined): void {
  if (stage === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowLeft') stage.orbit.turn(-TURN, 0);
  else if (event.key === 'ArrowRight') stage.orbit.turn(TURN, 0);
  else if (event.key === 'ArrowUp') stage.orbit.turn(0, TURN);
  else if (event.key === 'ArrowDown') stage.orbit.turn(0, -TURN);
  else if (event.key === '+' || event.key === '=') stage.orbit.dolly(1 / 1.2);
  else if (event.key === '-') stage.orbit.dolly(1.2);
  else if (event.key === '0') stage.reset();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
