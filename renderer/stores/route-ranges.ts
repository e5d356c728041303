// Ranges of figures as they stand in the address: `StS:Aria-7B:0.2..0.6`, a difference
// `StS:Aria-7B:Echo-Base:..-0.2`. Pure; what cannot be read is left out.
import type { ScoreRange } from '../../shared/model/filter.ts';
import { escapeColon, unescapeColon } from './route-sort.ts';

export function formatRange(range: ScoreRange): string {
  const { metric, model, modelB, min, max } = range;
  const names = [metric, model, ...(modelB === undefined ? [] : [modelB])].map(escapeColon);
  return `${names.join(':')}:${min ?? ''}..${max ?? ''}`;
}

/** The inverse of {@link formatRange}; undefined where the text is no range. */
export function parseRange(text: string): ScoreRange | undefined {
  const parts = text.split(':');
  const bounds = /^(-?[\d.]*)\.\.(-?[\d.]*)$/.exec(parts.at(-1) ?? '');
  const [metric, model, modelB, ...more] = parts.slice(0, -1).map(unescapeColon);
  if (bounds === null || metric === undefined || model === undefined || more.length > 0)
    return undefined;
  if (metric === '' || model === '' || modelB === '') return undefined;
  const min = bound(bounds[1]);
  const max = bound(bounds[2]);
  if (min === undefined && max === undefined) return undefined;
  return {
    metric,
    model,
    ...(modelB === undefined ? {} : { modelB }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

function bound(text: string | undefined): number | undefined {
  if (text === undefined || text === '' || text === '-') return undefined;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= 2 ? value : undefined;
}
