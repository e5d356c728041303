import {
  captionerOf,
  endpointOf,
  type CaptionedModality,
  type EndpointMap,
  type EndpointSettings,
  type RoleId,
} from '../../../../shared/model/endpoint.ts';
import type { Prompt, PromptId } from '../../../../shared/model/judge.ts';
import type { ModalityId } from '../../../../shared/model/modality.ts';
import type { RunMetric } from '../../../../shared/model/run.ts';
import type { ScoringSettings } from '../../../../shared/model/settings.ts';
import { JUDGED_VERSION, PROMPT_OF_FORM, type JudgeForm } from '../../judges/index.ts';
import type { ScorerInfo } from '../queue.ts';

/** What is set about judging while a run goes on; made when it begins, and anew when it is resumed. */
export interface JudgeSetup {
  readonly scoring: ScoringSettings;
  readonly endpoints: EndpointMap;
  readonly prompts: readonly Prompt[];
}

/** The prompt in use. */
export function promptOf({ prompts }: JudgeSetup, id: PromptId): Prompt {
  const prompt = prompts.find((one) => one.id === id);
  if (prompt === undefined) throw new Error(`there is no prompt "${id}"`);
  return prompt;
}

/** @returns undefined where no endpoint serves the role */
export function settingsOf({ endpoints }: JudgeSetup, role: RoleId): EndpointSettings | undefined {
  return endpointOf(endpoints, role);
}

/** @returns undefined where nobody puts items of the modality into words */
export function captionerSettings(
  setup: JudgeSetup,
  modality: CaptionedModality,
): EndpointSettings | undefined {
  return settingsOf(setup, captionerOf(modality));
}

interface JudgedMetric {
  readonly form: JudgeForm;
  readonly metric: RunMetric;
  /** Absent for whole responses. */
  readonly modality?: ModalityId;
}

/** What the judge is asked, by what comes of it. */
const JUDGED: readonly JudgedMetric[] = [
  { form: 'unim_text_quality', metric: 'GQ', modality: 'text' },
  { form: 'unim_code_quality', metric: 'GQ', modality: 'code' },
  { form: 'unim_document_quality', metric: 'GQ', modality: 'document' },
  { form: 'unim_sc', metric: 'SC' },
  { form: 'unim_coherence', metric: 'coherence' },
];

/** What the judge is asked for a metric of a modality, or of whole responses. */
export function formOfMetric(metric: RunMetric, modality: ModalityId | undefined): JudgeForm {
  const judged = JUDGED.find((one) => one.metric === metric && one.modality === modality);
  if (judged === undefined)
    throw new Error(`${metric} of ${modality ?? 'responses'} is not judged`);
  return judged.form;
}

/** What can be judged, as data. @returns nothing where no endpoint serves the judge */
export function describeJudge(setup: JudgeSetup, metrics: readonly RunMetric[]): ScorerInfo[] {
  const settings = settingsOf(setup, 'judge');
  if (settings === undefined) return [];
  return JUDGED.filter(({ metric }) => metrics.includes(metric)).map(
    ({ form, metric, modality }) => {
      const { id, title, version } = promptOf(setup, PROMPT_OF_FORM[form]);
      return {
        doer: 'judge',
        metric,
        modality,
        profile: id,
        version: JUDGED_VERSION,
        variant: '',
        title: `${title} by ${settings.model}, prompt v${version}`,
        timeLimitMs: Number.POSITIVE_INFINITY, // patience is the endpoint's
      };
    },
  );
}

const MAX_WINDOW = 512;
/** A batch is worth sending when it holds many questions. */
const BATCH_WINDOW = 4096;

/** How many items are judged at once: enough for every model to find the next question waiting. */
export function judgeWindow({ endpoints }: JudgeSetup): number {
  if (Object.values(endpoints).some(({ useBatch }) => useBatch)) return BATCH_WINDOW;
  const concurrency = Object.values(endpoints).reduce((sum, one) => sum + one.concurrency, 0);
  return Math.min(MAX_WINDOW, 2 * concurrency + 8);
}
