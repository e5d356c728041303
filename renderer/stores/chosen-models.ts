import type { ModelSummary } from '../../shared/model/response.ts';

/** Place of a chosen model; decides its colour and its letter. */
export const MODEL_TONES = ['a', 'b', 'c', 'd'] as const;
export type ModelTone = (typeof MODEL_TONES)[number];

export interface ChosenModel extends ModelSummary {
  readonly tone: ModelTone;
}

/** How many models are shown when nothing was chosen: a pair, to be compared. */
const SHOWN_AT_FIRST = 2;

/**
 * The models to show, in the order asked for; names that the project does not have are left out.
 * Nothing asked: the first two. At most four.
 */
export function chooseModels(
  all: readonly ModelSummary[],
  asked: readonly string[],
): readonly ChosenModel[] {
  const byName = new Map(all.map((model) => [model.name, model]));
  const known = [...new Set(asked)].flatMap((name) => byName.get(name) ?? []);
  const chosen = known.length > 0 ? known : all.slice(0, SHOWN_AT_FIRST);
  return chosen.flatMap((model, index) => {
    const tone = MODEL_TONES[index];
    return tone === undefined ? [] : [{ ...model, tone }];
  });
}

/** The choice after a click on `name`: taken out when it is in, put behind the others when not. */
export function toggleModel(chosen: readonly string[], name: string): readonly string[] {
  if (chosen.includes(name)) return chosen.filter((other) => other !== name);
  return [...chosen, name].slice(-MODEL_TONES.length);
}
