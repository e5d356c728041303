import type { KeyboardEvent } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { ToolButton, ToolText } from './ToolBar.tsx';

type Step = 1 | -1;

/** The end of a comparison's toolbar: what differs in words, and the ways to the one before and behind. */
export function DifferenceSteps({
  status,
  name = 'difference',
  onStep,
}: {
  readonly status: string;
  /** What is gone to. */
  readonly name?: string;
  /** Undefined where there is none to go to. */
  readonly onStep: ((step: Step) => void) | undefined;
}) {
  return (
    <>
      <ToolText>
        <span role="status">{status}</span>
      </ToolText>
      <ToolButton
        label={`Previous ${name}`}
        keys="p"
        icon={<ChevronUp size={14} />}
        isDisabled={onStep === undefined}
        onClick={() => onStep?.(-1)}
      />
      <ToolButton
        label={`Next ${name}`}
        keys="n"
        icon={<ChevronDown size={14} />}
        isDisabled={onStep === undefined}
        onClick={() => onStep?.(1)}
      />
    </>
  );
}

/** Where a key goes: `n` and F7 to the next difference, `p` and Shift+F7 to the one before. */
export function stepOfKey({ key, shiftKey }: KeyboardEvent): Step | undefined {
  if (key === 'n' || (key === 'F7' && !shiftKey)) return 1;
  return key === 'p' || key === 'F7' ? -1 : undefined;
}
