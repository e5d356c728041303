import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** Path of a golden medium, e.g. `image/flat.png`. */
export const goldenPath = (name: string): string =>
  fileURLToPath(new URL(`media/${name}`, import.meta.url));

interface ImageGolden {
  readonly score: number;
  readonly brisque: number;
  readonly brisque_features_scale1: number[];
  readonly brisque_features_scale2: number[];
  readonly gray_sum: number;
  readonly gray_half_sum: number;
  readonly bgr_sum: [number, number, number];
  readonly mscn: { readonly mean: number; readonly rms: number };
  readonly clean_time: { readonly evaluate_s: number };
}

type Quadruple = readonly [number, number, number, number];

/** What the official code printed for a recording; `null` and '-inf' stand for "none". */
export interface AudioGolden {
  readonly result: Readonly<
    Record<
      | 'quality_0_100'
      | 'q01'
      | 'snr_db_eff'
      | 'snr_db_orig'
      | 'crest_db'
      | 'bandwidth_raw'
      | 'penalty_clip'
      | 'penalty_noise'
      | 'penalty_hf_ratio'
      | 'penalty_low_contrast'
      | 'gap_cov_penalty'
      | 'bonus_music'
      | 'bonus_periodic',
      number
    >
  > & { readonly lufs: number | '-inf' };
  readonly unrounded: {
    readonly sf_global: number;
    readonly music_friendly_snr: readonly [number | null, number];
    readonly spectral_contrast_score: readonly [number, number];
    readonly chroma_structure_score: readonly [number, number];
    readonly periodicity_score: readonly [number, number];
    readonly hpss_snr_db?: number;
    readonly dynamic_range_db: number;
    readonly band_score_calls: readonly (readonly [number | '-inf', number])[];
    readonly hard_clip_ratio: number;
    readonly silence_ratio: number;
    readonly hiss_penalty: readonly [number, number];
    readonly band_energy_ratio: number;
    readonly mid_gap_penalty_adaptive: Quadruple;
    readonly geo_scores: readonly number[];
    readonly geo_weights: readonly number[];
    readonly geo_mean: number;
  };
  readonly contrast_band_medians: readonly number[];
  readonly clean_time: { readonly s: number };
}

interface Parts {
  readonly T: number;
  readonly G: number;
  readonly S: number;
  readonly score: number;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** What the official code printed for a mesh. */
export interface MeshGolden {
  readonly type: 'mesh';
  readonly seed42: Parts;
  readonly seeds_0_19: { readonly S: Range; readonly total: Range };
  readonly mid: {
    readonly n_vertices: number;
    readonly n_faces: number;
    readonly n_unique_edges: number;
    readonly n_boundary_edges: number;
    readonly is_watertight: boolean;
    readonly nonmanifold_ratio_true: number;
    readonly components: number;
    readonly dihedral: { readonly robust_cv: number; readonly sharp_ratio_gt60deg: number };
    readonly triangle_quality_mean: number;
    readonly area: { readonly robust_cv: number };
    readonly valence: { readonly robust_cv: number };
    readonly sample_seed42: { readonly knn_robust_cv: number; readonly outlier_ratio: number };
  };
  readonly clean_time: { readonly s: number };
}

/** What the official code printed for a point cloud; small ones lack the figures in between. */
export interface CloudGolden {
  readonly type: 'pcd';
  readonly seed42: Parts;
  readonly mid: { readonly n_points: number } & Partial<
    Record<
      | 'intrinsic_dim_k20'
      | 'r_long'
      | 'normal_consistency'
      | 'curv_mean'
      | 'sharp_ratio_gt30deg'
      | 'knn_robust_cv'
      | 'outlier_ratio',
      number
    >
  >;
  readonly clean_time: { readonly s: number };
}

interface GqGoldens {
  readonly '3d': Readonly<Record<string, MeshGolden | CloudGolden>>;
  readonly audio: Readonly<Record<string, AudioGolden>>;
  readonly image: Readonly<Record<string, ImageGolden>>;
}

/** What the official code printed; see the README of this folder. */
export const goldens = read('gq.json') as GqGoldens; // our own file, checked by the tests that read it

interface Alphas {
  readonly nominal: number;
  readonly ordinal: number;
  readonly interval: number;
}

type Ratings = readonly (readonly (number | null)[])[];
type Ends = readonly [number, number];

interface StatsGoldens {
  readonly krippendorffPublished: Alphas & { readonly data: Ratings };
  readonly krippendorff: readonly (Alphas & { readonly data: Ratings })[];
  readonly agreement: readonly {
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly pearson: number;
    readonly spearman: number;
    readonly kappaUnweighted: number;
    readonly kappaQuadratic: number;
    readonly signedError: number;
    readonly kendallTauB: number;
  }[];
  readonly paired: readonly {
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly meanDiff: number;
    readonly wins: number;
    readonly ties: number;
    readonly losses: number;
    readonly pSignTwoSided: number;
    readonly wilcoxonStatistic: number;
    readonly pWilcoxonNormalApprox: number;
    /** Where there are neither ties nor zeros. */
    readonly pWilcoxonExact?: number;
    readonly bootstrapMeanDiff95: { readonly percentile: Ends; readonly BCa: Ends };
  }[];
  readonly holm: { readonly p: readonly number[]; readonly adjusted: readonly number[] };
  readonly bradleyTerry: {
    readonly wins: readonly (readonly number[])[];
    readonly logStrengthsCentred: readonly number[];
    readonly tolerance: number;
  };
}

/** What SciPy, scikit-learn and statsmodels gave; see the README of this folder. */
export const statsGoldens = read('stats.json') as StatsGoldens; // our own file, checked by its test
