import { RATED_METRICS, type RatedMetric } from '../../../shared/model/rating.ts';
import type {
  AgreementRequest,
  JudgeConsistency,
  MetricAgreement,
  PreferenceReport,
  RationalityCorrelation,
} from '../../../shared/model/agreement.ts';
import { listJudgeRepeats } from '../db/judge-repeats.ts';
import { listReferenceCounts } from '../db/reference-counts.ts';
import { getScoring } from '../db/settings.ts';
import { createThreadQueue } from '../media/thread-queue.ts';
import type { Workspace } from '../project/workspace.ts';
import type { MeasureQuestion } from '../ratings/agreement.worker.ts';
import type { AgreementQuestion } from '../ratings/measure-agreement.ts';
import { countCannot, readRatedItems, type PlacedItem } from '../ratings/rated-items.ts';
import { readRatedComposites } from '../ratings/rated-composites.ts';
import { perturb } from '../ratings/rationality.ts';
import { readPreferences } from '../ratings/read-preferences.ts';
import { toRepeatedJudgements } from '../ratings/repeated-judgements.ts';
import type { FileHasher } from '../ratings/shown.ts';
import type { HandlersOf } from './handlers.ts';

/** What would have to be there is told, so that nobody looks for the figure. */
const NO_ORDER =
  'The judge rates one response at a time (SC, HC, SH, GQ): no prompt shows it two, so there is no ' +
  'order to swap. Draw a sample of pairs for what people do; repeats in Settings, Scoring, tell how ' +
  'the judge agrees with itself.';

/** Answers `agreement.*`; what takes long is measured in a thread. @param hashOf  of a file shown */
export function createAgreementHandlers(
  workspace: Workspace,
  hashOf: FileHasher,
): HandlersOf<'agreement'> {
  const thread = createThreadQueue<MeasureQuestion, unknown>({
    module: new URL('../ratings/agreement.worker.ts', import.meta.url),
    unwanted: 'Cannot measure agreement: nobody waits for it any more.',
  });
  return {
    'agreement.get': async (request, signal) => {
      const project = workspace.required();
      const items = await readRatedItems(project, hashOf, request);
      const questions = questionsOf(request, items, countCannot(project, request.sampleId));
      const measured = (await thread.ask({ kind: 'agreement', questions }, signal)) as [
        MetricAgreement,
        ...MetricAgreement[],
      ]; // one a question
      const [overall, ...metrics] = measured;
      return { overall, metrics };
    },
    'agreement.preferences': async ({ sampleId }, signal) => {
      const read = await readPreferences(workspace.required(), hashOf, sampleId);
      const report = await thread.ask({ kind: 'preferences', ...read }, signal);
      return { report: report as PreferenceReport }; // what the thread makes of it
    },
    'agreement.consistency': async (_, signal) => {
      const judgements = toRepeatedJudgements(listJudgeRepeats(workspace.required().db));
      const consistency = await thread.ask({ kind: 'consistency', judgements }, signal);
      return { consistency: consistency as JudgeConsistency[], orderSwap: { why: NO_ORDER } }; // as above
    },
    'agreement.rationality': async (_, signal) => {
      const project = workspace.required();
      const items = await readRatedItems(project, hashOf, { filter: {} });
      const scoring = getScoring(project.db);
      const rated = readRatedComposites(project.query.columns(), items, scoring);
      const correlations = await thread.ask({ kind: 'correlations', rated }, signal);
      return {
        correlations: correlations as RationalityCorrelation[], // as above
        perturbations: perturb(listReferenceCounts(project.db)),
      };
    },
  };
}

/** All metrics together first, then each that was rated. */
function questionsOf(
  { metric: asked, strata, hasStale, halfWidth }: AgreementRequest,
  items: readonly PlacedItem[],
  cannot: ReadonlyMap<string, number>,
): AgreementQuestion[] {
  const base = { strata, hasStale, halfWidth };
  const ofMetric = (metric: RatedMetric) => items.filter((item) => item.metric === metric);
  const metrics = RATED_METRICS.filter(
    (metric) => (asked ?? metric) === metric && (ofMetric(metric).length > 0 || asked === metric),
  );
  const sum = metrics.reduce((total, metric) => total + (cannot.get(metric) ?? 0), 0);
  const together = items.filter(({ metric }) => metrics.includes(metric));
  return [
    // of all together nobody asks for parts
    { ...base, strata: [], metric: undefined, nCannot: sum, items: together },
    ...metrics.map((metric) => ({
      ...base,
      ...{ metric, nCannot: cannot.get(metric) ?? 0, items: ofMetric(metric) },
    })),
  ];
}
