// Instances: lists of them, one of them, what aligns in it, and its media.
import { z } from 'zod';
import { Alignment } from '../../model/alignment.ts';
import { CaptionTrack } from '../../model/captions.ts';
import { ModelDefects } from '../../model/defects.ts';
import { Distribution } from '../../model/distribution.ts';
import { FilterVocabulary } from '../../model/filter-vocabulary.ts';
import { FacetCounts, InstanceFilter, InstanceSort } from '../../model/filter.ts';
import { HISTOGRAM_BINS, Histogram } from '../../model/histogram.ts';
import { InstanceDetail, InstanceRow } from '../../model/instance.ts';
import { MediaFacts } from '../../model/media.ts';
import { ModeCounts } from '../../model/mode-counts.ts';
import { SavedView } from '../../model/saved-view.ts';
import { Spectrogram, SpectrogramRequest } from '../../model/spectrogram.ts';
import { Waveform, WaveformRequest } from '../../model/waveform.ts';
import { Done, Models, None, command, query } from './define.ts';

export const instancesMethods = {
  'instances.page': query(
    z.object({
      filter: InstanceFilter,
      sort: InstanceSort,
      models: Models,
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(InstanceRow), total: z.int() }),
  ),
  'instances.facets': query(
    z.object({ filter: InstanceFilter, models: Models }),
    z.object({ facets: FacetCounts, total: z.int() }),
  ),

  /** Where an instance stands in a filtered, sorted list, and what is before and behind it. */
  'instances.position': query(
    z.object({ filter: InstanceFilter, sort: InstanceSort, models: Models, key: z.string() }),
    z.object({
      /** 0-based; absent when the instance is not in the filtered set. */
      index: z.int().optional(),
      total: z.int(),
      previous: z.string().optional(),
      next: z.string().optional(),
      first: z.string().optional(),
      last: z.string().optional(),
    }),
  ),

  /**
   * Keys for "go to": those whose id is `text` (padding ignored), or whose key starts with or holds
   * `text` (any case, spaces around slashes ignored); exact ids first, then by key.
   */
  'instances.find': query(
    z.object({ text: z.string().max(300), limit: z.int().min(1).max(100) }),
    z.object({ keys: z.array(z.string()) }),
  ),
  'instances.get': query(
    z.object({ key: z.string(), models: Models }),
    z.object({ instance: InstanceDetail }),
  ),

  /** How each metric of the models is spread over the filtered instances, and where `key` lies in it. */
  'instances.distribution': query(
    z.object({ filter: InstanceFilter.default({}), models: Models, key: z.string().optional() }),
    z.object({ distributions: z.array(Distribution) }),
  ),

  /**
   * One for each metric of each model chosen, and one for the difference of the first two in each metric
   * that both have: each from all filters but its own range.
   */
  'instances.histograms': query(
    z.object({
      filter: InstanceFilter,
      models: Models,
      bins: z.int().min(4).max(100).default(HISTOGRAM_BINS),
    }),
    z.object({ histograms: z.array(Histogram), total: z.int() }),
  ),

  /** How many instances each mode gives under all filters but the mode. */
  'instances.modes': query(z.object({ filter: InstanceFilter, models: Models }), ModeCounts),

  /** What filter expressions may name. */
  'instances.vocabulary': query(None, z.object({ vocabulary: FilterVocabulary })),

  /** By name. */
  'views.list': query(None, z.object({ views: z.array(SavedView) })),

  /** Keeps a view; one of the same name, or with the id given, is replaced. */
  'views.save': command(
    SavedView.pick({ name: true, query: true }).extend({ id: SavedView.shape.id.optional() }),
    z.object({ view: SavedView }),
  ),
  'views.remove': command(z.object({ id: z.int().min(1) }), Done),

  /**
   * Reference and responses as rows of what belongs together. It is answered at once with what is
   * known; while pictures are still looked at it says so, and `alignment.changed` follows.
   */
  'alignment.get': query(
    z.object({ key: z.string(), models: Models }),
    z.object({ alignment: Alignment }),
  ),

  /**
   * Says by hand that two blocks belong together, or, with one of them left out, that the other has no
   * partner; replaces what was said of either. `models` as in `alignment.get`.
   */
  'alignment.pair': command(
    z.object({
      key: z.string(),
      models: Models,
      model: z.string(),
      /** Reading block of the centre. */
      centreIndex: z.int().min(0).optional(),
      /** Reading block of the model's response. */
      index: z.int().min(0).optional(),
    }),
    Done,
  ),

  /** Forgets the pairs made by hand: of one model, or of all; with `isStale` only those that no longer hold. */
  'alignment.reset': command(
    z.object({
      key: z.string(),
      models: Models,
      model: z.string().optional(),
      isStale: z.boolean().default(false),
    }),
    Done,
  ),
  'media.facts': query(z.object({ mediaId: z.string() }), MediaFacts),

  /** Where a 3D model's defects are; 'unsupported' or 'unreadable' with the reason otherwise. */
  'media.defects': query(z.object({ mediaId: z.string() }), ModelDefects),

  /** Captions beside a film or a sound, or out of itself; read, never drawn as they wish. */
  'media.captions': query(
    z.object({ mediaId: z.string() }),
    z.object({ tracks: z.array(CaptionTrack) }),
  ),

  /** Waveform of an audio or video file, computed in the engine and cached once it is complete. */
  'media.peaks': query(WaveformRequest, Waveform),

  /** How loud each frequency is at each time, computed in the engine and cached; see `Spectrogram`. */
  'media.spectrogram': query(SpectrogramRequest, Spectrogram),
} as const;
