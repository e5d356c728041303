import { lazy, Suspense } from 'react';
import { useLayer } from '../stores/layer-store.ts';

const CommandPalette = lazy(async () => ({
  default: (await import('./CommandPalette.tsx')).CommandPalette,
}));
const KeySheet = lazy(async () => ({ default: (await import('./KeySheet.tsx')).KeySheet }));

/** Dialogs over the app; their code is loaded when one is first opened. */
export function Layers() {
  const layer = useLayer((state) => state.layer);
  if (layer === undefined) return null;
  return (
    <Suspense fallback={null}>
      {layer === 'keys' ? <KeySheet /> : <CommandPalette key={layer} isGoTo={layer === 'goTo'} />}
    </Suspense>
  );
}
