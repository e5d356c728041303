import { useEffect, useState } from 'react';

/** A value on its way, here, or why not. */
export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly message: string };

/**
 * Loads something for a view and lets go of it: `load` is aborted, and what it gave is disposed, when
 * the key changes or the view goes.
 *
 * @param load  read only when `key` changes
 */
export function useLoaded<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  dispose?: (value: T) => void,
): Loaded<T> {
  const [answer, setAnswer] = useState<{ key: string; state: Loaded<T> }>();
  useEffect(() => {
    const aborter = new AbortController();
    let held: { value: T } | undefined;
    load(aborter.signal).then(
      (value) => {
        if (aborter.signal.aborted) return dispose?.(value);
        held = { value };
        setAnswer({ key, state: { status: 'ready', value } });
      },
      (error: unknown) => {
        if (aborter.signal.aborted) return;
        const message = error instanceof Error ? error.message : String(error);
        setAnswer({ key, state: { status: 'failed', message } });
      },
    );
    return () => {
      aborter.abort();
      if (held !== undefined) dispose?.(held.value);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for what is loaded
  }, [key]);
  return answer?.key === key ? answer.state : { status: 'loading' };
}
