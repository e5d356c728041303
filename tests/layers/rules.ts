// Who may import whom, as rules for dependency-cruiser. Each rule has a wrong import in
// wrong-imports.ts that it must catch; a rule without one fails the test.
import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

const folder = (path: string) => `^${path}/`;
const error = (
  name: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType => ({ name, severity: 'error', from, to });

/** What a folder may import of the project's own code; everything else of it is forbidden. */
const ownCode = '^(shared|electron|renderer|tests|assets)/';
const only = (name: string, from: string, ...allowed: string[]) =>
  error(name, { path: folder(from) }, { path: ownCode, pathNot: allowed });

const ENGINE_DOOR = ['^electron/engine/index\\.ts$', '^electron/engine/api/'];
/** The parts of the engine that take values and return values. */
const PURE = '(metrics|judges|modalities|analysis)';
/** The parts that know what is stored, asked or running. */
const STATEFUL = '(db|project|query|jobs|report|agent)';
const NODE_BUILT_IN = { dependencyTypes: ['core'] as 'core'[] };
const FROM_NPM = [
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-no-pkg',
  'npm-unknown',
] as const;

export const LAYER_RULES: IRegularForbiddenRuleType[] = [
  error('no-cycle', {}, { circular: true }),
  // the names excepted are packages that hold types only
  error('no-unresolved', {}, { couldNotResolve: true, pathNot: '^(hast|mdast|unist)$' }),

  only('shared-knows-only-shared', 'shared', '^shared/'),
  error(
    'shared-needs-only-zod',
    { path: folder('shared') },
    { dependencyTypes: [...FROM_NPM, 'core'], pathNot: '^node_modules/zod/' },
  ),

  only('engine-knows-no-host', 'electron/engine', '^shared/', '^electron/engine/'),
  only(
    'serving-knows-no-host',
    'electron/serving',
    '^shared/',
    '^electron/serving/',
    ...ENGINE_DOOR,
  ),
  only(
    'web-enters-by-the-door',
    'electron/web',
    '^shared/',
    '^electron/(web|serving)/',
    ...ENGINE_DOOR,
  ),
  only(
    'cli-enters-by-the-door',
    'electron/cli',
    '^shared/',
    '^electron/(cli|web|serving|setup)/',
    ...ENGINE_DOOR,
  ),
  only(
    'main-enters-by-the-door',
    'electron/main',
    '^shared/',
    '^electron/(main|serving)/',
    ...ENGINE_DOOR,
  ),
  only('preload-knows-the-bridge', 'electron/preload', '^shared/api/', '^electron/preload/'),
  error(
    'electron-only-in-main-and-preload',
    { path: '^(shared|electron|renderer|tests|assets)/', pathNot: '^electron/(main|preload)/' },
    { path: '^node_modules/electron/' },
  ),

  only('renderer-knows-only-shared', 'renderer', '^shared/', '^renderer/'),
  error(
    'renderer-runs-in-a-browser',
    // how it is built is told to Node.js, not to the browser
    { path: folder('renderer'), pathNot: '^renderer/vite\\.config\\.ts$' },
    NODE_BUILT_IN,
  ),
  error(
    'only-stores-call-the-api',
    { path: folder('renderer'), pathNot: '^renderer/(api|stores)/' },
    { path: folder('renderer/api') },
  ),
  error(
    'stores-draw-nothing',
    { path: '^renderer/(stores|api)/' },
    { path: '^renderer/(views|components|modalities)/', pathNot: '^renderer/modalities/define' },
  ),
  error(
    'parts-know-no-store',
    { path: '^renderer/(components|modalities)/' },
    { path: '^renderer/(stores|views)/' },
  ),

  error(
    'pure-parts-see-no-data',
    { path: `^electron/engine/${PURE}/` },
    { path: `^electron/engine/(${STATEFUL}|load|api)/` },
  ),
  error(
    'pure-parts-see-no-database',
    { path: `^electron/engine/${PURE}/` },
    { path: '^node_modules/better-sqlite3/' },
  ),
  error(
    'database-is-at-the-bottom',
    { path: folder('electron/engine/db') },
    { path: '^electron/engine/(api|jobs|query|report|project|load|agent)/' },
  ),
  error(
    'loading-knows-no-database',
    { path: folder('electron/engine/load') },
    { path: `^electron/engine/(${STATEFUL}|api)/` },
  ),
  error(
    'handlers-are-at-the-top',
    { path: '^electron/engine/[^/]+/', pathNot: '^electron/engine/api/' },
    { path: folder('electron/engine/api') },
  ),

  error(
    'product-needs-no-test-code',
    { path: '^(shared|electron|renderer)/' },
    { path: '^(tests|assets)/' },
  ),
  error(
    'product-needs-no-dev-dependency',
    {
      path: '^(shared|electron|renderer)/',
      pathNot: ['vite\\.config\\.ts$', '^electron/web/dev\\.ts$', '^electron/setup/'],
    },
    { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/(electron|@types)/' },
  ),
];
