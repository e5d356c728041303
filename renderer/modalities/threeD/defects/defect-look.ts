import type { DefectKindId } from '../../../../shared/model/defects.ts';

/** Colour of each kind over the grey in which a model is drawn while its defects show. */
export const DEFECT_COLORS: Readonly<Record<DefectKindId, string>> = {
  'boundary-edges': '#e02f26',
  'non-manifold-edges': '#7c3aed',
  'non-manifold-vertices': '#db2777',
  'flipped-faces': '#ef8f00',
  'inside-out': '#2563eb',
  'degenerate-faces': '#0789a8',
  'duplicate-faces': '#15914b',
  'unreferenced-vertices': '#5b6b00',
  components: '#2563eb', // in the list; in the model each has one of its own
  outliers: '#e02f26',
  'duplicate-points': '#15914b',
};

/** What a kind is drawn as, so that it is told by more than its colour. */
export type DefectShape = 'faces' | 'lines' | 'points';

export const DEFECT_SHAPES: Readonly<Record<DefectKindId, DefectShape>> = {
  'boundary-edges': 'lines',
  'non-manifold-edges': 'lines',
  'non-manifold-vertices': 'points',
  'flipped-faces': 'faces',
  'inside-out': 'faces',
  'degenerate-faces': 'lines',
  'duplicate-faces': 'faces',
  'unreferenced-vertices': 'points',
  components: 'faces',
  outliers: 'points',
  'duplicate-points': 'points',
};

const GOLDEN_ANGLE = 137.508;

/** Hue of a component in degrees; neighbours in number are far apart in colour. */
export const componentHue = (component: number): number => (210 + component * GOLDEN_ANGLE) % 360;
