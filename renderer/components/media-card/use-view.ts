import type { ComponentType } from 'react';
import type { ModalityViewProps } from '../../modalities/define.ts';
import { MODALITY_VIEWS } from '../../modalities/index.ts';
import { createLoadedHook } from './use-loaded.ts';

/** The viewer of a modality, fetched when it is first wanted; throws to the boundary if it cannot be. */
export const useView = createLoadedHook<ComponentType<ModalityViewProps>>(async (modality) => {
  const { View } = await MODALITY_VIEWS[modality].load();
  return View;
});
