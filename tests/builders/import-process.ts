// A process of its own that imports and can be killed: it says where it stands after every report.
import { mkdirSync } from 'node:fs';
import { createImportRunner } from '../../electron/engine/jobs/import/import-runner.ts';
import { projectFile } from '../../electron/engine/project/layout.ts';
import { createLog } from '../../electron/engine/index.ts';

const [dir = '', dataset = '', predictions = ''] = process.argv.slice(2);
mkdirSync(dir, { recursive: true });
const runner = createImportRunner(projectFile(dir), createLog('silent'), {
  onProgress: (progress) => process.send?.(progress),
  onSearch: () => undefined,
  onDerived: () => undefined,
});
runner.start({
  dataset,
  predictions: [{ model: 'Alpha', path: predictions }],
  ratings: [],
  markAsExample: false,
});
