// What the workers can compute: the modalities' profiles and inspections, under the metrics that a run
// knows. Loaded in workers only; whoever plans asks them (`describe`).
import type { ModalityId } from '../../../../shared/model/modality.ts';
import type { RunMetric, RunSettings } from '../../../../shared/model/run.ts';
import { unscored } from '../../media/decode/decoded.ts';
import { codeInspector, inspectCode } from '../../modalities/code/index.ts';
import type { FileInspector, InspectionOutcome } from '../../modalities/define-inspection.ts';
import type { FileQuality } from '../../modalities/define.ts';
import { documentInspector } from '../../modalities/document/index.ts';
import { QUALITY } from '../../modalities/index.ts';
import type { ItemOutcome, JobInput, ScorerInfo } from '../queue.ts';

/** One way to rate or inspect items of a modality. */
export interface Scorer extends ScorerInfo {
  readonly score: (input: JobInput) => Promise<ItemOutcome>;
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

const QUALITIES: readonly (FileQuality | undefined)[] = Object.values(QUALITY);

function scorersFor(_settings: RunSettings): Scorer[] {
  const rated = QUALITIES.filter((quality) => quality !== undefined).map(ofQuality);
  return [...rated, codeScorer, documentScorer];
}

function ofQuality({ modality, id, version, title, scoreFile }: FileQuality): Scorer {
  return {
    metric: 'GQ',
    modality,
    profile: id,
    version,
    title,
    timeLimitMs: TIME_LIMIT_MS[modality],
    async score(input) {
      if (input.kind !== 'file') return unscored('unsupported', 'It is text and no file.');
      const outcome = await scoreFile(input.path);
      if (outcome.status === 'unscored') return outcome;
      const { value, evidence } = outcome;
      return { status: 'scored', value, raw: evidence.score, components: evidence };
    },
  };
}

const codeScorer: Scorer = {
  ...ofInspector('code-check', codeInspector),
  score: async (input) =>
    toOutcome(
      input.kind === 'inline' ? await inspectCode(input) : await codeInspector.inspectFile(input.path),
    ),
};

const documentScorer: Scorer = {
  ...ofInspector('document-text', documentInspector),
  score: async (input) =>
    input.kind === 'inline'
      ? unscored('unsupported', 'It is text and no file.')
      : toOutcome(await documentInspector.inspectFile(input.path)),
};

function ofInspector(metric: RunMetric, { modality, id, version, title }: FileInspector) {
  return {
    metric,
    modality,
    profile: id,
    version,
    title,
    timeLimitMs: TIME_LIMIT_MS[modality],
  };
}

function toOutcome(outcome: InspectionOutcome): ItemOutcome {
  return outcome.status === 'inspected'
    ? { status: 'inspected', components: outcome.inspection }
    : outcome;
}

/** What there is, as data. */
export function describeScorers(settings: RunSettings): ScorerInfo[] {
  return scorersFor(settings).map(({ score: _score, ...described }) => described);
}

/** @returns undefined where an item of the modality has no such metric */
export function findScorer(
  metric: RunMetric,
  modality: ModalityId,
  settings: RunSettings,
): Scorer | undefined {
  return scorersFor(settings).find(
    (scorer) => scorer.metric === metric && scorer.modality === modality,
  );
}
