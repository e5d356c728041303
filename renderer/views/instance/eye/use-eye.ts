import { useEffect, useMemo } from 'react';
import { latest } from '../../../stores/async-data.ts';
import { loadJudgements, useJudgements } from '../../../stores/judgements-store.ts';
import { currentRoute, hrefOf, navigate, useRoute } from '../../../stores/route-store.ts';
import {
  EYE_PARAM,
  formatEye,
  isSameTarget,
  parseEye,
  targetsOf,
  type EyeTarget,
} from './eye-target.ts';

/** The judgement that the address names; undefined while the columns are shown. */
export function useEyeTarget(): EyeTarget | undefined {
  const text = useRoute((route) => route.view[EYE_PARAM]);
  return useMemo(() => parseEye(text), [text]);
}

/** Shows a judgement, or the columns again. */
export function showEye(target: EyeTarget | undefined): void {
  const { [EYE_PARAM]: _before, ...rest } = currentRoute().view;
  navigate({ view: target === undefined ? rest : { ...rest, [EYE_PARAM]: formatEye(target) } });
}

/** The address of a judgement of the open instance. */
export function hrefOfEye(target: EyeTarget): string {
  const { view } = currentRoute();
  return hrefOf({ view: { ...view, [EYE_PARAM]: formatEye(target) } });
}

/** The judgement shown, its neighbours, and how far it is known. */
export function useEye(key: string, target: EyeTarget) {
  const state = useJudgements(key, target.model);
  useEffect(() => loadJudgements(key, target.model), [key, target.model]);
  const judgements = latest(state) ?? [];
  const targets = targetsOf(target.model, judgements);
  const judgement = judgements.find((each) =>
    isSameTarget({ model: target.model, metric: each.metric, tag: each.tag }, target),
  );
  return { state, targets, judgement };
}
