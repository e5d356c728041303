import { create } from 'zustand';

/** The dialog that lies over the app; one at a time. */
export type Layer = 'palette' | 'goTo' | 'keys';

export const useLayer = create<{ readonly layer: Layer | undefined }>(() => ({ layer: undefined }));

export const openLayer = (layer: Layer) => useLayer.setState({ layer });
export const closeLayer = () => useLayer.setState({ layer: undefined });
