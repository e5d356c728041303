import { assert, describe, test } from 'vitest';
import type { QualityEvidence } from '../../electron/engine/modalities/define.ts';
import { threeDQuality } from '../../electron/engine/modalities/three-d/index.ts';
import { goldenPath, goldens, type CloudGolden, type MeshGolden } from './golden-files.ts';

const evidenceOf = async (name: string): Promise<QualityEvidence> => {
  const outcome = await threeDQuality.scoreFile(goldenPath(name));
  assert(outcome.status === 'scored');
  return outcome.evidence;
};

const entries = Object.entries(goldens['3d']);
const meshes = entries.filter((entry): entry is [string, MeshGolden] => entry[1].type === 'mesh');
const clouds = entries.filter((entry): entry is [string, CloudGolden] => entry[1].type === 'pcd');

describe.each(meshes)('%s', (name, golden) => {
  test('has the official T and G, and S inside the range of the official seeds', async () => {
    const { components: c, score } = await evidenceOf(name);

    const { S, total } = golden.seeds_0_19;
    assert.approximately(c['T']!.value!, golden.seed42.T, 1e-9);
    assert.approximately(c['G']!.value!, golden.seed42.G, 1e-9);
    assert.isAtLeast(c['S']!.value!, S.min);
    assert.isAtMost(c['S']!.value!, S.max);
    assert.isAtLeast(score, total.min - 0.005);
    assert.isAtMost(score, total.max + 0.005);
  });

  test('has the official figures behind them', async () => {
    const { components: c } = await evidenceOf(name);

    const { mid } = golden;
    const figures: [string, number][] = [
      ['watertight', Number(mid.is_watertight)],
      ['components', mid.components],
      ['dihedral spread', mid.dihedral.robust_cv],
      ['sharp angles', mid.dihedral.sharp_ratio_gt60deg],
      ['triangle quality', mid.triangle_quality_mean],
      ['area spread', mid.area.robust_cv],
      ['valence spread', mid.valence.robust_cv],
      ['non-manifold edges', mid.nonmanifold_ratio_true],
      ['boundary edges', mid.n_boundary_edges / mid.n_unique_edges],
      ['vertices', mid.n_vertices],
      ['faces', mid.n_faces],
    ];
    for (const [figure, expected] of figures) {
      assert.approximately(c[figure]!.value!, expected, 1e-6, figure);
    }
    assert.approximately(c['spacing spread']!.value!, mid.sample_seed42.knn_robust_cv, 0.02);
    assert.approximately(c['spacing outliers']!.value!, mid.sample_seed42.outlier_ratio, 0.005);
  });
});

describe.each(clouds)('%s', (name, golden) => {
  const hasTies = /grid|mesh_sphere/.test(name); // equal distances, so which point is nearer is open

  test('has the official T, G and S', async () => {
    const { components: c, score } = await evidenceOf(name);

    const tolerance = hasTies ? 0.02 : 1e-9; // 0.005 is asked
    for (const part of ['T', 'G', 'S'] as const) {
      assert.approximately(c[part]!.value!, golden.seed42[part], tolerance, part);
    }
    assert.approximately(score, golden.seed42.score, hasTies ? 0.5 : 0.0051);
  });

  test('has the official figures behind them', async () => {
    const { components: c } = await evidenceOf(name);

    const { mid } = golden;
    const tolerance = hasTies ? 0.02 : 1e-9;
    const figures: [string, number | undefined][] = [
      ['points', mid.n_points],
      ['D', mid.intrinsic_dim_k20],
      ['long edges', mid.r_long],
      ['normal agreement', mid.normal_consistency],
      ['κ', mid.curv_mean],
      ['turned normals', mid.sharp_ratio_gt30deg],
      ['spacing spread', mid.knn_robust_cv],
      ['spacing outliers', mid.outlier_ratio],
    ];
    for (const [figure, expected] of figures) {
      if (expected === undefined) continue; // too few points for the official figure
      assert.approximately(c[figure]!.value!, expected, tolerance, figure);
    }
  });
});
