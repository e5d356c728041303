import { useCallback, useEffect, useState } from 'react';
import { Chip } from '../../../components/chip/Chip.tsx';
import { HeaderSlot } from '../../../components/header-slot/HeaderSlot.tsx';
import { handOver, type Handed } from '../../../components/whole-page/hand-over.ts';
import { showWhole } from '../../../components/whole-page/show-whole.ts';
import { takePicture } from '../../../components/whole-page/take-picture.ts';
import { useAction } from '../../../hooks/use-action.ts';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly what: string }
  | { readonly kind: 'told'; readonly text: string };

const TOLD_MS = 5000;
const WORDS: Readonly<Record<Handed, string>> = {
  copied: 'Copied as a picture',
  saved: 'The clipboard refused the picture: saved as a file',
};

/** Copies the comparison as a picture, or prints it; says in the header how that goes. */
export function PictureState({ instanceKey }: { readonly instanceKey: string }) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const isWorking = state.kind === 'working';
  const run = useCallback(async (what: string, work: (root: HTMLElement) => Promise<string>) => {
    const root = document.querySelector<HTMLElement>('[data-whole-root]');
    if (root === null) return;
    setState({ kind: 'working', what });
    try {
      setState({ kind: 'told', text: await work(root) });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      setState({ kind: 'told', text: `Not done: ${why}` });
    }
  }, []);
  useEffect(() => {
    if (state.kind !== 'told') return undefined;
    const timer = setTimeout(() => setState({ kind: 'idle' }), TOLD_MS);
    return () => clearTimeout(timer);
  }, [state]);
  useAction(
    'instance.copyImage',
    isWorking
      ? undefined
      : () =>
          void run('Taking the picture…', async (root) => {
            const name = `${instanceKey.replaceAll('/', '-')}.png`;
            return WORDS[await handOver(takePicture(root), name)];
          }),
  );
  useAction(
    'instance.print',
    isWorking ? undefined : () => void run('Preparing the pages…', print),
  );
  return (
    <HeaderSlot place="facts">
      <span role="status" aria-live="polite">
        {state.kind !== 'idle' && <Chip>{state.kind === 'working' ? state.what : state.text}</Chip>}
      </span>
    </HeaderSlot>
  );
}

async function print(root: HTMLElement): Promise<string> {
  const release = await showWhole(root);
  window.addEventListener('afterprint', release, { once: true });
  window.print();
  return 'Ready to be printed';
}
