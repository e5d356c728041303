import { FACET_IDS, type InstanceFilter } from '../../../shared/model/filter.ts';
import { Button } from '../../components/button/Button.tsx';
import { Chip } from '../../components/chip/Chip.tsx';
import {
  facetValues,
  setExpression,
  setMode,
  setRange,
  setSearch,
  setState,
  toggleFacetValue,
} from '../../stores/filter-edit.ts';
import { useMetrics, useModels } from '../../stores/models-store.ts';
import { countFilters } from '../../stores/route.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { FACET_LABELS } from '../../components/facet-labels/facet-labels.ts';
import styles from './FilterChips.module.css';
import { formatSpan } from './histograms/format-bounds.ts';
import { MODE_LABELS } from './modes/mode-labels.ts';
import { STATE_LABELS } from './StateFilter.tsx';
import { useFacetValueLabel } from './use-facet-value-label.ts';

interface Condition {
  readonly id: string;
  /** What it is a condition of. */
  readonly kind?: string;
  readonly text: string;
  readonly isCode?: boolean;
  readonly without: InstanceFilter;
}

/** Every active condition as a chip that takes it away. */
export function FilterChips() {
  const filter = useRoute((route) => route.filter);
  const conditions = useConditions(filter);
  if (countFilters(filter) === 0) return null;
  return (
    <div className={styles.chips} role="group" aria-label="Active filters">
      {conditions.map(({ id, kind, text, isCode, without }) => (
        <Chip
          key={id}
          onRemove={() => navigate({ filter: without })}
          removeLabel={kind === 'Search' ? 'Remove the search' : `Remove: ${join(kind, text)}`}
        >
          {kind !== undefined && <small>{kind}</small>}
          {isCode === true ? <code className={styles.code}>{text}</code> : text}
        </Chip>
      ))}
      <Button variant="quiet" onClick={() => navigate({ filter: {} })}>
        Clear all
      </Button>
    </div>
  );
}

const join = (kind: string | undefined, text: string) =>
  kind === undefined ? text : `${kind} ${text}`;

function useConditions(filter: InstanceFilter): readonly Condition[] {
  const facetValueLabel = useFacetValueLabel();
  const nameFigure = useFigureNames();
  const { search, mode, expression, state, ranges = [] } = filter;
  const one = (condition: Omit<Condition, 'id'> & { readonly id?: string }): Condition => ({
    id: condition.kind ?? condition.text,
    ...condition,
  });
  return [
    ...(search === undefined
      ? []
      : [one({ kind: 'Search', text: search, without: setSearch(filter, '') })]),
    ...(mode === undefined
      ? []
      : [one({ kind: 'Set', text: MODE_LABELS[mode], without: setMode(filter, undefined) })]),
    ...(expression === undefined
      ? []
      : [
          one({
            kind: 'Filter',
            text: expression,
            isCode: true,
            without: setExpression(filter, ''),
          }),
        ]),
    ...(state === undefined
      ? []
      : [one({ text: STATE_LABELS[state], without: setState(filter, undefined) })]),
    ...ranges.map(({ metric, model, modelB, min, max }): Condition => {
      const figure = { metric, model, ...(modelB === undefined ? {} : { modelB }) };
      const kind = nameFigure(metric, model, modelB);
      const without = setRange(filter, figure);
      return { id: `range ${kind}`, kind, text: formatSpan(min, max), without };
    }),
    ...FACET_IDS.flatMap((facet) =>
      facetValues(filter, facet).map((value): Condition => ({
        id: `${facet}:${value}`,
        kind: FACET_LABELS[facet],
        text: facetValueLabel(facet, value),
        without: toggleFacetValue(filter, facet, value),
      })),
    ),
  ];
}

/** A figure in short: models that are shown by their letter, e.g. `StS A−B`. */
function useFigureNames(): (metric: string, model: string, modelB?: string) => string {
  const models = useModels();
  const metrics = useMetrics();
  return (metric, model, modelB) => {
    const letter = (name: string) =>
      models.find((each) => each.name === name)?.tone.toUpperCase() ?? name;
    const label = metrics.find(({ id }) => id === metric)?.label ?? metric;
    return `${label} ${letter(model)}${modelB === undefined ? '' : `−${letter(modelB)}`}`;
  };
}
