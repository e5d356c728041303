import { useEffect, useState, type ComponentType } from 'react';
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { ModalityViewProps } from '../../modalities/define.ts';
import { MODALITY_VIEWS } from '../../modalities/index.ts';

type View = ComponentType<ModalityViewProps>;
const loaded = new Map<ModalityId, View>();

/** The viewer of a modality, fetched when it is first wanted; throws to the boundary if it cannot be. */
export function useView(modality: ModalityId, isWanted: boolean): View | undefined {
  const [, setCount] = useState(0);
  const [failure, setFailure] = useState<Error>();
  const view = loaded.get(modality);
  useEffect(() => {
    if (!isWanted || view !== undefined) return;
    let isGone = false;
    MODALITY_VIEWS[modality].load().then(
      ({ View }) => {
        loaded.set(modality, View);
        if (!isGone) setCount((count) => count + 1);
      },
      (error: unknown) => {
        if (!isGone) setFailure(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return () => {
      isGone = true;
    };
  }, [modality, isWanted, view]);
  if (failure !== undefined) throw failure;
  return view;
}
