import { useCallback, useEffect, useState } from 'react';
import { AppError } from '../../../shared/api/errors.ts';
import type { MediaFacts, MediaState } from '../../../shared/model/media.ts';
import type { MediaServices } from '../../modalities/define.ts';

/** Facts of a card's file: none to read for an inline item, then on their way, here, or refused. */
export type FactsState =
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly facts: MediaFacts }
  | { readonly status: 'failed'; readonly message: string };

interface Answer {
  readonly id: string;
  readonly attempt: number;
  readonly state: FactsState;
}

const loading: FactsState = { status: 'loading' };

/** Reads the facts of a file once it is wanted. */
export function useFacts(
  services: MediaServices,
  media: MediaState,
  isWanted: boolean,
): { readonly state: FactsState; readonly retry: () => void } {
  const id = media.kind === 'file' ? media.ref.id : undefined;
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer>();
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    if (id === undefined || !isWanted) return;
    let isGone = false;
    services.facts(id).then(
      (facts) => {
        if (!isGone) setAnswer({ id, attempt, state: { status: 'ready', facts } });
      },
      (error: unknown) => {
        if (isGone) return;
        const message = error instanceof AppError ? error.message : String(error);
        setAnswer({ id, attempt, state: { status: 'failed', message } });
      },
    );
    return () => {
      isGone = true;
    };
  }, [services, id, isWanted, attempt]);
  if (id === undefined) return { state: { status: 'none' }, retry };
  if (answer?.id === id && answer.attempt === attempt) return { state: answer.state, retry };
  const known = services.knownFacts?.(id);
  return { state: known === undefined ? loading : { status: 'ready', facts: known }, retry };
}
