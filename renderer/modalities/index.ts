// One line a modality; each viewer is a chunk of its own that is fetched when the first card needs it.
import type { ModalityId } from '../../shared/model/modality.ts';
import type { ModalityView } from './define.ts';

export const MODALITY_VIEWS = {
  text: {
    load: () => import('./text/View.tsx'),
    loadCompare: () => import('./text/Compare.tsx'),
    safe: false,
    cardHeightPx: 80,
    isHeavy: false,
  },
  image: {
    load: () => import('./image/View.tsx'),
    loadCompare: () => import('./image/Compare.tsx'),
    safe: true,
    cardHeightPx: 200,
    isHeavy: false,
  },
  audio: {
    load: () => import('./audio/View.tsx'),
    loadCompare: () => import('./audio/Compare.tsx'),
    safe: true,
    cardHeightPx: 102,
    isHeavy: true,
  },
  video: {
    load: () => import('./video/View.tsx'),
    loadCompare: () => import('./video/Compare.tsx'),
    safe: true,
    cardHeightPx: 220,
    isHeavy: true,
  },
  document: {
    load: () => import('./document/View.tsx'),
    loadCompare: () => import('./document/Compare.tsx'),
    safe: false,
    cardHeightPx: 320,
    isHeavy: true,
  },
  code: {
    load: () => import('./code/View.tsx'),
    loadCompare: () => import('./code/Compare.tsx'),
    safe: true,
    cardHeightPx: 180,
    isHeavy: false,
  },
  threeD: {
    load: () => import('./threeD/View.tsx'),
    loadCompare: () => import('./threeD/Compare.tsx'),
    safe: true,
    cardHeightPx: 260,
    isHeavy: true,
  },
} as const satisfies Record<ModalityId, ModalityView>;
