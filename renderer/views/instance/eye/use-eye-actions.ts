import { useAction } from '../../../hooks/use-action.ts';
import { isSameTarget, type EyeTarget } from './eye-target.ts';
import { showEye } from './use-eye.ts';

/** Gives the judge's-eye view's actions their handlers; the verdict form gives its own. */
export function useEyeActions({
  target,
  targets,
  onRejudge,
}: {
  readonly target: EyeTarget;
  readonly targets: readonly EyeTarget[];
  readonly onRejudge: () => void;
}): void {
  const step = (by: 1 | -1) => {
    const at = targets.findIndex((each) => isSameTarget(each, target));
    const next = targets[(at + by + targets.length) % targets.length];
    if (next !== undefined) showEye(next);
  };
  useAction('eye.next', targets.length > 1 ? () => step(1) : undefined);
  useAction('eye.previous', targets.length > 1 ? () => step(-1) : undefined);
  useAction('eye.rejudge', onRejudge);
  useAction('eye.close', () => showEye(undefined));
}
