// For every rule a file that breaks it: path, and what it imports.
export const WRONG_IMPORTS: Readonly<Record<string, readonly [path: string, specifier: string][]>> =
  {
    'no-cycle': [
      ['shared/round-a.ts', './round-b.ts'],
      ['shared/round-b.ts', './round-a.ts'],
    ],
    'no-unresolved': [['shared/lost.ts', './nowhere.ts']],
    'shared-knows-only-shared': [['shared/up.ts', '../electron/engine/index.ts']],
    'shared-needs-only-zod': [['shared/node.ts', 'node:fs']],
    'engine-knows-no-host': [['electron/engine/host.ts', '../web/host.ts']],
    'serving-knows-no-host': [['electron/serving/host.ts', '../web/host.ts']],
    'web-enters-by-the-door': [['electron/web/db.ts', '../engine/db/open.ts']],
    'cli-enters-by-the-door': [['electron/cli/db.ts', '../engine/db/open.ts']],
    'main-enters-by-the-door': [['electron/main/db.ts', '../engine/db/open.ts']],
    'preload-knows-the-bridge': [['electron/preload/engine.ts', '../engine/index.ts']],
    'electron-only-in-main-and-preload': [['electron/engine/window.ts', 'electron']],
    'renderer-knows-only-shared': [['renderer/engine.ts', '../electron/engine/index.ts']],
    'renderer-runs-in-a-browser': [['renderer/disk.ts', 'node:fs']],
    'only-stores-call-the-api': [['renderer/views/call.ts', '../api/index.ts']],
    'stores-draw-nothing': [['renderer/stores/draw.ts', '../views/call.ts']],
    'parts-know-no-store': [['renderer/components/state.ts', '../stores/draw.ts']],
    'pure-parts-see-no-data': [['electron/engine/metrics/query.ts', '../db/open.ts']],
    'pure-parts-see-no-database': [['electron/engine/judges/sql.ts', 'better-sqlite3']],
    'database-is-at-the-bottom': [['electron/engine/db/up.ts', '../query/ask.ts']],
    'loading-knows-no-database': [['electron/engine/load/save.ts', '../db/open.ts']],
    'handlers-are-at-the-top': [['electron/engine/query/ask.ts', '../api/handlers.ts']],
    'product-needs-no-test-code': [['electron/engine/fake.ts', '../../tests/fake.ts']],
    'product-needs-no-dev-dependency': [['electron/web/lint.ts', 'eslint']],
  };

/** Files that the wrong ones import, and the packages. */
export const INNOCENT: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'wrong',
    dependencies: { 'better-sqlite3': '1.0.0', zod: '1.0.0' },
    devDependencies: { electron: '1.0.0', eslint: '1.0.0' },
  }),
  ...Object.fromEntries(
    ['electron', 'better-sqlite3', 'eslint', 'zod'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0' })],
      [`node_modules/${name}/index.js`, ''],
    ]),
  ),
  'electron/engine/index.ts': 'export {};',
  'electron/engine/api/handlers.ts': 'export {};',
  'electron/engine/db/open.ts': 'export {};',
  'electron/web/host.ts': 'export {};',
  'renderer/api/index.ts': 'export {};',
  'tests/fake.ts': 'export {};',
};
