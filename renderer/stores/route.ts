// The address of everything that can be linked: screen, filter, sort and models. Pure, so that what a
// link means can be tested without a browser.
import {
  FACET_IDS,
  INSTANCE_MODES,
  INSTANCE_STATES,
  type FacetId,
  type InstanceFilter,
} from '../../shared/model/filter.ts';
import { PROBLEM_CODES, Severity, type ProblemCode } from '../../shared/model/problem.ts';
import { decodeQuery, encodeQuery, decodePart, encodePart, type Query } from './route-query.ts';
import { formatRange, parseRange } from './route-ranges.ts';
import { DEFAULT_SORT, formatSort, parseSort, type Sort } from './route-sort.ts';

export const SCREENS = [
  'welcome',
  'import',
  'overview',
  'instances',
  'instance',
  'compare',
  'spot-check',
  'dataset-qc',
  'runs',
  'agent',
  'problems',
  'export',
  'settings',
] as const;
export type Screen = (typeof SCREENS)[number];

/** Which problems the Problems screen lists. */
export interface ProblemFilter {
  readonly code?: ProblemCode;
  readonly quirk?: number;
  readonly severity?: Severity;
}

export interface Route {
  readonly screen: Screen;
  /** Instance shown; only on the `instance` screen. */
  readonly key?: string;
  readonly filter: InstanceFilter;
  readonly sort: Sort;
  /** Models chosen, in the order A, B, C, D; empty = the default choice. */
  readonly models: readonly string[];
  readonly problems: ProblemFilter;
  /** Parameters of one view (e.g. `rows=aligned`); kept as they are. */
  readonly view: Readonly<Record<string, string>>;
}

export const START: Route = {
  screen: 'welcome',
  filter: {},
  sort: DEFAULT_SORT,
  models: [],
  problems: {},
  view: {},
};

const FACET_PARAMS: Readonly<Record<FacetId, string>> = {
  field: 'field',
  subdomain: 'subdomain',
  difficulty: 'difficulty',
  inputModality: 'in',
  outputModality: 'out',
  combination: 'combination',
  capability: 'capability',
  tag: 'tag',
  flagged: 'flagged',
  annotated: 'annotated',
  mark: 'mark',
  scoreState: 'scores',
  rated: 'rated',
};
const KNOWN = new Set([
  ...Object.values(FACET_PARAMS),
  ...['q', 'state', 'mode', 'modeby', 'r', 'expr', 'sort', 'models', 'code', 'quirk', 'severity'],
]);

/** Screens whose address carries filter, sort and models; the others keep what was set before. */
function isBrowsing(screen: Screen): boolean {
  return ['overview', 'instances', 'instance', 'compare'].includes(screen);
}

/**
 * Reads an address; what cannot be read is left out, never an error.
 *
 * @param previous  gives filter, sort and models where the address does not carry them
 */
export function parseRoute(hash: string, previous: Route = START): Route {
  const [path = '', search = ''] = splitOnce(hash.replace(/^#\/?/, ''), '?');
  const [name = '', ...rest] = path.split('/');
  const screen = SCREENS.find((id) => id === name) ?? 'welcome';
  const query = decodeQuery(search);
  const key = rest.map(decodePart).join('/');
  if (screen === 'instance' && key === '')
    return { ...parseRoute(`#/instances?${search}`), view: {} };
  const browse = isBrowsing(screen) ? query : undefined;
  return {
    screen,
    ...(screen === 'instance' ? { key } : {}),
    filter: browse === undefined ? previous.filter : parseFilter(browse),
    sort: browse === undefined ? previous.sort : parseSort(browse.get('sort')?.[0]),
    models: browse === undefined ? previous.models : (browse.get('models') ?? []),
    problems: screen === 'problems' ? parseProblems(query) : {},
    view: parseView(query),
  };
}

/** The inverse of {@link parseRoute}: the shortest address of a route. */
export function formatRoute(route: Route): string {
  const path =
    route.screen === 'instance' && route.key !== undefined
      ? `instance/${route.key.split('/').map(encodePart).join('/')}`
      : route.screen;
  const query: Query = new Map();
  const put = (name: string, values: readonly (string | number | undefined)[]) => {
    const present = values.filter((value) => value !== undefined).map(String);
    if (present.length > 0) query.set(name, present);
  };
  if (isBrowsing(route.screen)) {
    put('q', [route.filter.search]);
    for (const facet of FACET_IDS) put(FACET_PARAMS[facet], route.filter.facets?.[facet] ?? []);
    put('state', [route.filter.state]);
    put('mode', [route.filter.mode]);
    put('modeby', [route.filter.modeMetric]);
    put('r', route.filter.ranges?.map(formatRange) ?? []);
    put('expr', [route.filter.expression]);
    put('sort', [formatSort(route.sort)]);
    put('models', route.models);
  }
  if (route.screen === 'problems') {
    put('code', [route.problems.code]);
    put('quirk', [route.problems.quirk]);
    put('severity', [route.problems.severity]);
  }
  for (const [name, value] of Object.entries(route.view)) if (!KNOWN.has(name)) put(name, [value]);
  const search = encodeQuery(query);
  return `#/${path}${search === '' ? '' : `?${search}`}`;
}

function parseFilter(query: Query): InstanceFilter {
  const facets: Partial<Record<FacetId, string[]>> = {};
  for (const facet of FACET_IDS) {
    const values = query.get(FACET_PARAMS[facet]);
    if (values !== undefined) facets[facet] = [...values];
  }
  // a comma in the search words, or in an expression, is no list
  const search = query.get('q')?.join(',');
  const expression = query.get('expr')?.join(',');
  const state = INSTANCE_STATES.find((id) => id === query.get('state')?.[0]);
  const mode = INSTANCE_MODES.find((id) => id === query.get('mode')?.[0]);
  const modeMetric = query.get('modeby')?.[0];
  const ranges = (query.get('r') ?? []).flatMap((text) => parseRange(text) ?? []);
  return {
    ...(search === undefined ? {} : { search }),
    ...(Object.keys(facets).length === 0 ? {} : { facets }),
    ...(state === undefined ? {} : { state }),
    ...(ranges.length === 0 ? {} : { ranges }),
    ...(mode === undefined ? {} : { mode }),
    ...(modeMetric === undefined ? {} : { modeMetric }),
    ...(expression === undefined ? {} : { expression }),
  };
}

function parseProblems(query: Query): ProblemFilter {
  const code = PROBLEM_CODES.find((id) => id === query.get('code')?.[0]);
  const severity = Severity.options.find((id) => id === query.get('severity')?.[0]);
  const quirk = Number(query.get('quirk')?.[0]);
  return {
    ...(code === undefined ? {} : { code }),
    ...(Number.isInteger(quirk) && quirk > 0 ? { quirk } : {}),
    ...(severity === undefined ? {} : { severity }),
  };
}

function parseView(query: Query): Record<string, string> {
  const own = [...query].filter(([name]) => !KNOWN.has(name));
  return Object.fromEntries(own.map(([name, values]) => [name, values.join(',')]));
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** True when nothing is filtered. */
export function isEmptyFilter(filter: InstanceFilter): boolean {
  return countFilters(filter) === 0;
}

/** How many conditions a filter has: one a facet value and a range, one of everything else. */
export function countFilters(filter: InstanceFilter): number {
  const { facets, ranges, search, state, mode, expression } = filter;
  const values = Object.values(facets ?? {}).reduce((sum, list) => sum + list.length, 0);
  const single = [search, state, mode, expression].filter((each) => each !== undefined);
  return values + (ranges?.length ?? 0) + single.length;
}
