import type { InstanceDetail } from '../../../shared/model/instance.ts';
import type { Sequence } from '../../../shared/model/content.ts';
import type { Response } from '../../../shared/model/response.ts';
import { MODEL_TONES } from '../../stores/chosen-models.ts';
import type { Tone } from '../../modalities/define.ts';

/** A column of the instance view: the task, the reference, or one model's response. */
export interface Column {
  readonly id: string;
  readonly tone: Tone;
  readonly label: string;
  /** `A`…`D` for a model; undefined for task and reference. */
  readonly letter?: string;
  readonly sequence: Sequence | undefined;
  readonly response: Response | undefined;
}

/** The columns of an instance, task and reference first, then `models` in their order. */
export function columnsOf(instance: InstanceDetail, models: readonly string[]): Column[] {
  const fixed: Column[] = [
    { id: 'task', tone: 'task', label: 'Task', sequence: instance.task, response: undefined },
    {
      id: 'reference',
      tone: 'reference',
      label: 'Reference',
      sequence: instance.reference,
      response: undefined,
    },
  ];
  const own = models.slice(0, MODEL_TONES.length).map((model, index): Column => {
    const response = instance.responses.find((candidate) => candidate.model === model);
    const tone = MODEL_TONES[index] ?? 'a';
    const letter = tone.toUpperCase();
    return {
      id: `model:${model}`,
      tone,
      label: model,
      letter,
      sequence: response?.sequence,
      response,
    };
  });
  return [...fixed, ...own];
}

/** The columns that stand for a model. */
export function modelColumns(columns: readonly Column[]): Column[] {
  return columns.filter((column) => column.letter !== undefined);
}
