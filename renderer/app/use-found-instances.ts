import { useEffect, useState } from 'react';
import { toShownError } from '../stores/api-error.ts';
import { findInstances } from '../stores/instances-store.ts';

const LIMIT = 12;

export interface FoundInstances {
  readonly keys: readonly string[];
  readonly error?: string;
}
const none: FoundInstances = { keys: [] };

/**
 * Instances that the text may mean; asked while typing, an older question is cancelled.
 *
 * @param isEager  also for a single letter; otherwise only for what looks like an id
 */
export function useFoundInstances(text: string, isEager: boolean): FoundInstances {
  const [found, setFound] = useState(none);
  const trimmed = text.trim();
  const isAsked = trimmed !== '' && (isEager || /[\d/]/.test(trimmed));
  useEffect(() => {
    if (!isAsked) return undefined;
    const aborter = new AbortController();
    findInstances(trimmed, LIMIT, aborter.signal)
      .then((keys) => setFound({ keys }))
      .catch((error: unknown) => {
        if (!aborter.signal.aborted) setFound({ keys: [], error: toShownError(error).message });
      });
    return () => aborter.abort();
  }, [trimmed, isAsked]);
  return isAsked ? found : none;
}
