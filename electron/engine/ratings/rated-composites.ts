import type { ScoringSettings } from '../../../shared/model/settings.ts';
import { mean } from '../../../shared/stats/mean.ts';
import { fromFiveLevels } from '../judges/figures.ts';
import type { Columns } from '../query/columns.ts';
import type { PlacedItem } from './rated-items.ts';
import type { RatedComposite } from './rationality.ts';

/**
 * The composites of responses that people rated, beside what the ratings would make of them. Where nobody
 * rated the items' quality the human side of SQCS is SC alone.
 */
export function readRatedComposites(
  columns: Columns,
  items: readonly PlacedItem[],
  scoring: ScoringSettings,
): RatedComposite[] {
  const fresh = items.filter(({ isStale }) => !isStale);
  const byResponse = Map.groupBy(fresh, ({ key, model }) => JSON.stringify([key, model]));
  return [...byResponse.values()].flatMap((own): RatedComposite[] => {
    const [first] = own;
    const index = columns.indexByKey.get(first?.key ?? '') ?? -1;
    const model = columns.models.find(({ name }) => name === first?.model);
    const computed = (metric: string) => model?.scores.get(metric)?.[index] ?? Number.NaN;
    const human = humanValues(own, scoring);
    const found = [sqcs(human, scoring), ics(human, scoring)];
    return found.flatMap((one) => {
      const value = computed(one?.composite ?? '');
      return one === undefined || Number.isNaN(value) ? [] : [{ ...one, computed: value }];
    });
  });
}

type Values = Partial<Record<'SC' | 'HC' | 'SH' | 'GQ', number>>;

function humanValues(items: readonly PlacedItem[], { scale }: ScoringSettings): Values {
  const values: Values = {};
  for (const metric of ['SC', 'HC', 'SH', 'GQ'] as const) {
    const levels = items
      .filter((item) => item.metric === metric)
      .map(({ ratings }) => mean(ratings.map(({ value }) => value)) ?? 0);
    const level = mean(levels);
    if (level === undefined) continue;
    values[metric] = metric === 'GQ' ? (level - 1) / 4 : fromFiveLevels(level, scale);
  }
  return values;
}

type Human = Omit<RatedComposite, 'computed'>;

function sqcs({ SC, GQ }: Values, { sqcsEta: eta }: ScoringSettings): Human | undefined {
  if (SC === undefined) return undefined;
  if (GQ === undefined) return { composite: 'SQCS', human: SC, formula: 'SC' };
  const formula = `SC · (${eta} + ${round(1 - eta)} · GQ)`;
  return { composite: 'SQCS', human: SC * (eta + (1 - eta) * GQ), formula };
}

function ics({ HC, SH }: Values, { icsEta: eta }: ScoringSettings): Human | undefined {
  if (HC === undefined || SH === undefined) return undefined;
  const formula = `${eta} · HC + ${round(1 - eta)} · SH`;
  return { composite: 'ICS', human: eta * HC + (1 - eta) * SH, formula };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
