import type { DefectKindId } from '../../../../../shared/model/defects.ts';

/** How each kind is called, and what it means. */
export const DEFECT_LABELS: Readonly<
  Record<DefectKindId, { readonly label: string; readonly one: string; readonly hint: string }>
> = {
  'boundary-edges': {
    label: 'Boundary edges',
    one: 'boundary edge',
    hint: 'Edges of one face only: the rim of a hole or of an open sheet.',
  },
  'non-manifold-edges': {
    label: 'Non-manifold edges',
    one: 'non-manifold edge',
    hint: 'Edges of more than two faces.',
  },
  'non-manifold-vertices': {
    label: 'Non-manifold vertices',
    one: 'non-manifold vertex',
    hint: 'Points in which separate sheets touch.',
  },
  'flipped-faces': {
    label: 'Flipped faces',
    one: 'flipped face',
    hint: 'Wound against most of the piece they hang on: their normals point to the other side.',
  },
  'inside-out': {
    label: 'Inside-out pieces',
    one: 'inside-out piece',
    hint: 'Closed pieces whose normals point inwards, and which are no cavity.',
  },
  'degenerate-faces': {
    label: 'Degenerate faces',
    one: 'degenerate face',
    hint: 'Faces without area, drawn as lines or points.',
  },
  'duplicate-faces': {
    label: 'Duplicate faces',
    one: 'duplicate face',
    hint: 'Faces on the same three places as another.',
  },
  'unreferenced-vertices': {
    label: 'Unreferenced vertices',
    one: 'unreferenced vertex',
    hint: 'Vertices that no face names.',
  },
  components: {
    label: 'Components',
    one: 'component',
    hint: 'Pieces that do not hang together, each in a colour of its own.',
  },
  outliers: {
    label: 'Outliers',
    one: 'outlier',
    hint: 'Points much farther from their neighbours than is usual in this cloud.',
  },
  'duplicate-points': {
    label: 'Duplicate points',
    one: 'duplicate point',
    hint: 'Points at exactly the place of another.',
  },
};
