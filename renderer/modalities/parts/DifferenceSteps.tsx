import type { KeyboardEvent } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { isKeyOf, keyTitle } from '../../hooks/key-match.ts';
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
        keys={keyTitle('texts.previous')}
        icon={<ChevronUp size={14} />}
        isDisabled={onStep === undefined}
        onClick={() => onStep?.(-1)}
      />
      <ToolButton
        label={`Next ${name}`}
        keys={keyTitle('texts.next')}
        icon={<ChevronDown size={14} />}
        isDisabled={onStep === undefined}
        onClick={() => onStep?.(1)}
      />
    </>
  );
}

/** Where a key goes: to the next difference, or to the one before. */
export function stepOfKey(event: KeyboardEvent): Step | undefined {
  // first: with Shift the key of the next one is that of the one before
  if (isKeyOf('texts.previous', event)) return -1;
  return isKeyOf('texts.next', event) ? 1 : undefined;
}
