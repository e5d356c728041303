import { useEffect, useState } from 'react';
import type { ModalityId } from '../../../shared/model/modality.ts';

/**
 * Makes a hook for a part of a modality that is fetched when it is first wanted, and kept: undefined
 * until it is here; throws to the boundary if it cannot be fetched.
 *
 * @param load  undefined where a modality has no such part
 */
export function createLoadedHook<T>(
  load: (modality: ModalityId) => Promise<T> | undefined,
): (modality: ModalityId) => T | undefined {
  const loaded = new Map<ModalityId, T>();
  return function useLoaded(modality) {
    const [, setCount] = useState(0);
    const [failure, setFailure] = useState<Error>();
    const known = loaded.get(modality);
    useEffect(() => {
      if (known !== undefined) return;
      let isGone = false;
      load(modality)?.then(
        (part) => {
          loaded.set(modality, part);
          if (!isGone) setCount((count) => count + 1);
        },
        (error: unknown) => {
          if (!isGone) setFailure(error instanceof Error ? error : new Error(String(error)));
        },
      );
      return () => {
        isGone = true;
      };
    }, [modality, known]);
    if (failure !== undefined) throw failure;
    return known;
  };
}
