// Which judgement the judge's-eye view shows, as it stands in the address: `SC@Aria-7B`,
// `GQ.code1@Aria-7B`. Names, not letters, so that a link means the same with other columns.
import { Judgement } from '../../../../shared/model/judge.ts';

export interface EyeTarget {
  readonly model: string;
  readonly metric: Judgement['metric'];
  /** Of an item's judgement. */
  readonly tag?: string | undefined;
}

export const EYE_PARAM = 'eye';

export function formatEye({ metric, tag, model }: EyeTarget): string {
  return `${metric}${tag === undefined ? '' : `.${tag}`}@${model}`;
}

/** @returns undefined when the address names none */
export function parseEye(text: string | undefined): EyeTarget | undefined {
  const [, name, tag, model] = /^([A-Za-z]+)(?:\.([^@]+))?@(.+)$/s.exec(text ?? '') ?? [];
  const metric = Judgement.shape.metric.safeParse(name);
  if (!metric.success || model === undefined) return undefined;
  return { metric: metric.data, model, ...(tag === undefined ? {} : { tag }) };
}

export function isSameTarget(a: EyeTarget, b: EyeTarget): boolean {
  return a.metric === b.metric && a.tag === b.tag && a.model === b.model;
}

/**
 * What can be looked at of one response: what was judged, and what is always worth judging, so that it
 * can be asked for from here.
 */
export function targetsOf(model: string, judgements: readonly Judgement[]): EyeTarget[] {
  const always: readonly EyeTarget[] = [
    { model, metric: 'SC' },
    { model, metric: 'coherence' },
  ];
  const judged = judgements.map(({ metric, tag }): EyeTarget => ({ model, metric, tag }));
  const items = judged.filter((each) => !always.some((other) => isSameTarget(each, other)));
  return [...always, ...items];
}

/** Name of a target without its model, e.g. `SC`, `Coherence`, `GQ of code1`. */
export function targetLabel({ metric, tag }: Pick<EyeTarget, 'metric' | 'tag'>): string {
  const name = metric === 'coherence' ? 'Coherence' : metric;
  return tag === undefined ? name : `${name} of ${tag}`;
}
