// What the workers can compute: the modalities' profiles and inspections, under the metrics that a run
// knows. Loaded in workers only; whoever plans asks them (`describe`).
import type { ModalityId } from '../../../../shared/model/modality.ts';
import type { RunSettings } from '../../../../shared/model/run.ts';
import { unscored } from '../../media/decode/decoded.ts';
import type { lexicalBaseline } from '../../metrics/lexical-baseline.ts';
import type { FileInspector, InspectionOutcome } from '../../modalities/define-inspection.ts';
import type { FileQuality } from '../../modalities/define.ts';
import type { DoverQuality } from '../../modalities/video/dover.ts';
import type { ItemOutcome, JobInput, ScoredMetric, ScorerInfo, TextPair } from '../queue.ts';
import { hashFile } from './hash-file.ts';

/** One way to rate or inspect items of a modality, or whole responses. */
export interface Scorer extends Omit<ScorerInfo, 'doer'> {
  readonly metric: ScoredMetric;
  readonly score: (input: JobInput | TextPair) => Promise<ItemOutcome>;
}

const SECOND = 1000;
/** Generous: the largest files that are not refused take a fraction of it on a slow machine. */
const TIME_LIMIT_MS: Readonly<Record<ModalityId, number>> = {
  text: 30 * SECOND,
  image: 120 * SECOND,
  audio: 300 * SECOND,
  video: 600 * SECOND,
  document: 150 * SECOND,
  code: 60 * SECOND,
  threeD: 300 * SECOND,
};

/** Loaded when first needed: parsers of documents take seconds, and most threads never meet one. */
const LOADERS: Readonly<Record<ScoredMetric, (settings: RunSettings) => Promise<Scorer[]>>> = {
  GQ: async ({ doverWeights }) => {
    const { QUALITY } = await import('../../modalities/index.ts');
    const all: readonly (FileQuality | undefined)[] = Object.values(QUALITY);
    const scorers = all.filter((quality) => quality !== undefined).map((one) => ofQuality(one));
    if (doverWeights === undefined) return scorers;
    return [...scorers.filter(({ modality }) => modality !== 'video'), await dover(doverWeights)];
  },
  'image-check': async () => {
    const { imageInspector } = await import('../../modalities/image/index.ts');
    return [
      ofInspector('image-check', imageInspector, async (input) =>
        input.kind === 'inline' ? noFile() : await imageInspector.inspectFile(input.path),
      ),
    ];
  },
  'code-check': async () => {
    const { codeInspector, inspectCode } = await import('../../modalities/code/index.ts');
    return [
      ofInspector('code-check', codeInspector, (input) =>
        input.kind === 'inline'
          ? inspectCode(sourceOf(input))
          : codeInspector.inspectFile(input.path),
      ),
    ];
  },
  'audio-check': async () => {
    const { audioInspector } = await import('../../modalities/audio/index.ts');
    return [
      ofInspector('audio-check', audioInspector, async (input) =>
        input.kind === 'inline' ? noFile() : await audioInspector.inspectFile(input.path),
      ),
    ];
  },
  'three-d-check': async () => {
    const { threeDInspector } = await import('../../modalities/three-d/index.ts');
    return [
      ofInspector('three-d-check', threeDInspector, async (input) =>
        input.kind === 'inline' ? noFile() : await threeDInspector.inspectFile(input.path),
      ),
    ];
  },
  'SC-lexical': async () => {
    const { lexicalBaseline } = await import('../../metrics/lexical-baseline.ts');
    return [ofTexts(lexicalBaseline)];
  },
  'document-text': async () => {
    const { documentInspector } = await import('../../modalities/document/index.ts');
    return [
      ofInspector('document-text', documentInspector, async (input) =>
        input.kind === 'inline' ? noFile() : await documentInspector.inspectFile(input.path),
      ),
    ];
  },
};

/** A sequence of tens of thousands of words takes seconds. */
const TEXTS_TIME_LIMIT_MS = 120 * SECOND;

function ofTexts(metric: typeof lexicalBaseline): Scorer {
  const { version, title } = metric;
  return {
    metric: 'SC-lexical',
    profile: 'lexical',
    version,
    variant: '',
    title,
    timeLimitMs: TEXTS_TIME_LIMIT_MS,
    score(input) {
      if (input.kind !== 'texts') throw new Error('the baseline compares whole responses');
      const outcome = metric.score(input);
      if (outcome.status === 'unscored') return Promise.resolve(outcome);
      const { value, evidence } = outcome;
      return Promise.resolve({ status: 'scored', value, raw: value, components: evidence });
    },
  };
}

function sourceOf({ text, language }: Extract<JobInput, { kind: 'inline' }>) {
  return { text, ...(language !== undefined && { language }) };
}

const noFile = () => unscored('unsupported', 'It is text and no file.');

/** The network stays loaded in this thread, for one file of weights at a time. */
let loaded: { readonly path: string; readonly quality: DoverQuality; hash: string } | undefined;

async function dover(path: string): Promise<Scorer> {
  if (loaded?.path !== path) {
    const { createDoverQuality } = await import('../../modalities/video/index.ts');
    await loaded?.quality.close();
    const weights = hashFile(path);
    const hash = weights.status === 'hashed' ? weights.contentHash : '';
    loaded = { path, quality: createDoverQuality(path), hash };
  }
  return ofQuality(loaded.quality, loaded.hash);
}

function ofQuality(quality: FileQuality, variant = ''): Scorer {
  const { modality, id, version, title, note, scoreFile } = quality;
  return {
    metric: 'GQ',
    modality,
    profile: id,
    version,
    variant,
    title,
    timeLimitMs: TIME_LIMIT_MS[modality],
    async score(input) {
      const outcome = input.kind === 'file' ? await scoreFile(input.path) : noFile();
      if (outcome.status === 'unscored') return outcome;
      const { value, evidence } = outcome;
      const components = { ...evidence, worth: note };
      return { status: 'scored', value, raw: evidence.score, components };
    },
  };
}

function ofInspector(
  metric: ScoredMetric,
  { modality, id, version, title }: FileInspector,
  inspect: (input: JobInput) => Promise<InspectionOutcome>,
): Scorer {
  return {
    metric,
    modality,
    profile: id,
    version,
    variant: '',
    title,
    timeLimitMs: TIME_LIMIT_MS[modality],
    async score(input) {
      const outcome = input.kind === 'texts' ? noFile() : await inspect(input);
      if (outcome.status === 'unscored') return outcome;
      return { status: 'inspected', components: outcome.inspection };
    },
  };
}

/** What there is, as data. */
export async function describeScorers(
  metrics: readonly ScoredMetric[],
  settings: RunSettings,
): Promise<ScorerInfo[]> {
  const all = await Promise.all(metrics.map((metric) => LOADERS[metric](settings)));
  return all.flat().map(({ score: _score, ...described }) => ({ ...described, doer: 'worker' }));
}

/**
 * @param modality  absent for whole responses
 * @returns undefined where an item of the modality has no such metric
 */
export async function findScorer(
  metric: ScoredMetric,
  modality: ModalityId | undefined,
  settings: RunSettings,
): Promise<Scorer | undefined> {
  const scorers = await LOADERS[metric](settings);
  return scorers.find((scorer) => scorer.modality === modality);
}
