// Ties the stores together: the address decides what is asked for, events decide when it is asked again.
// The only place where one concern starts another.
import { api } from '../api/index.ts';
import { idle } from './async-data.ts';
import { clearFacets, loadFacets } from './facets-store.ts';
import { clearHistograms, loadHistograms, loadWholeHistograms } from './histograms-store.ts';
import { loadHost } from './host-store.ts';
import { loadProgress, loadReport, receiveProgress } from './import-store.ts';
import {
  clearInstances,
  queryInstances,
  reloadInstances,
  selectInstance,
  type InstancesQuery,
} from './instances-store.ts';
import {
  clearModels,
  currentModelNames,
  loadMetrics,
  loadModels,
  useModelsStore,
} from './models-store.ts';
import { clearModes, loadModes } from './modes-store.ts';
import { clearPosition, forgetPositionsAhead, reloadPosition } from './position-store.ts';
import { clearProblems, queryProblems, reloadProblems } from './problems-store.ts';
import { currentProject, loadProject, setSearchPending, useProjectStore } from './project-store.ts';
import { isEmptyFilter } from './route.ts';
import { connectRoute, currentRoute, navigate, useRouteStore } from './route-store.ts';
import { useTableLayout } from './table-layout-store.ts';
import { createThrottle } from './throttle.ts';

/** During an import the data changes many times a second; views ask again at most this often. */
const REFRESH_MS = 700;

/** What was last asked of each list, as JSON; the same question is not asked twice. */
const asked = { instances: '', facets: '', modes: '', histograms: '', whole: '', problems: '' };
/** Of these, what follows from figures and annotations and is shown beside the table. */
const BESIDE = ['facets', 'modes', 'histograms', 'whole'] as const;

function isNew(what: keyof typeof asked, question: unknown): boolean {
  const text = JSON.stringify(question);
  if (asked[what] === text) return false;
  asked[what] = text;
  return true;
}

/** Asks for what the address needs; called upon every change of address, project or models. */
function follow(): void {
  const project = currentProject();
  const route = currentRoute();
  if (project === undefined) return;
  if (route.screen === 'problems' && isNew('problems', [project.dir, route.problems]))
    queryProblems(route.problems);
  // which models are shown is not known before the project's models are
  if (useModelsStore.getState().models.status === 'idle') return;
  const models = currentModelNames();
  if (models.length === 0 && useModelsStore.getState().models.status === 'loading') return;
  const query: InstancesQuery = { filter: route.filter, sort: route.sort, models };
  if (route.screen === 'instances') followTable(project.dir, query);
  if (route.screen === 'instance') selectInstance(route.key);
}

/** The rows come first: they are what is looked at. */
function followTable(dir: string, query: InstancesQuery): void {
  const { filter, models } = query;
  const { areFacetsShown, areHistogramsShown } = useTableLayout.getState();
  if (isNew('instances', [dir, query])) queryInstances(query);
  if (isNew('modes', [dir, filter, models])) void loadModes(filter, models);
  if (areFacetsShown && isNew('facets', [dir, filter, models])) void loadFacets(filter, models);
  if (!areHistogramsShown) return;
  if (isNew('histograms', [dir, filter, models])) void loadHistograms(filter, models);
  if (!isEmptyFilter(filter) && isNew('whole', [dir, models])) void loadWholeHistograms(models);
}

function refresh(): void {
  for (const what of BESIDE) asked[what] = '';
  void loadProject();
  void loadModels();
  if (currentRoute().screen === 'instances') reloadInstances();
  else asked.instances = '';
  if (currentRoute().screen === 'problems') reloadProblems();
  else asked.problems = '';
  if (currentRoute().screen === 'instance') reloadPosition();
  follow();
}

/**
 * Only what is shown is asked for again. The place of the open instance stays as it is: one whose flag
 * was taken away is still stepped on from.
 */
function annotationsChanged(): void {
  for (const what of BESIDE) if (what !== 'whole') asked[what] = '';
  if (currentRoute().screen === 'instances') reloadInstances();
  else asked.instances = '';
  forgetPositionsAhead();
  follow();
}

function forgetProject(): void {
  for (const what of Object.keys(asked) as (keyof typeof asked)[]) asked[what] = '';
  clearInstances();
  clearFacets();
  clearModes();
  clearHistograms();
  clearProblems();
  clearPosition();
  selectInstance(undefined);
}

/** Another project, or none: what was shown of the one before is dropped. */
async function projectChanged(): Promise<void> {
  // models are asked for at once, so that the first rows need not wait for two answers in turn
  await Promise.all([loadProject(), loadModels(), loadMetrics()]);
  if (currentProject() === undefined) return;
  await Promise.all([loadProgress(), loadReport()]);
}

/** Starts the stores; called once. */
export function connectStores(): () => void {
  const throttle = createThrottle(refresh, REFRESH_MS);
  let dir: string | undefined;
  const stops = [
    connectRoute(),
    useRouteStore.subscribe(follow),
    useModelsStore.subscribe(follow),
    useTableLayout.subscribe(follow),
    useProjectStore.subscribe(() => {
      const project = currentProject();
      if (project === undefined && useProjectStore.getState().project.status !== 'ready') return;
      if (project?.dir !== dir) {
        const wasOpen = dir !== undefined;
        dir = project?.dir;
        forgetProject();
        if (wasOpen) leaveProject();
        else if (dir !== undefined) arrive();
        if (dir === undefined) clearModels();
        // at the start they are on their way already
        else if (useModelsStore.getState().models.status !== 'loading') void loadModels();
      }
      follow();
    }),
    api.on('project.changed', () => void projectChanged()),
    api.on('data.changed', () => throttle.call()),
    api.on('annotations.changed', annotationsChanged),
    api.on('import.progress', receiveProgress),
    api.on('search.progress', ({ pending }) => setSearchPending(pending)),
    () => throttle.cancel(),
  ];
  void loadHost();
  void projectChanged();
  return () => stops.forEach((stop) => stop());
}

/** An address without a screen means the table, where there is something to show. */
function arrive(): void {
  if (window.location.hash.length <= 1) navigate({ screen: 'instances' }, { replace: true });
}

/** Filter, models and the open instance belong to the project that was left. */
function leaveProject(): void {
  useModelsStore.setState({ models: idle });
  const { screen } = currentRoute();
  navigate(
    {
      screen: screen === 'instance' ? 'instances' : screen,
      filter: {},
      sort: { by: 'key', descending: false },
      models: [],
    },
    { replace: true },
  );
}
