import type { Screen } from '../stores/route.ts';

export const SCREEN_LABELS: Readonly<Record<Screen, string>> = {
  welcome: 'Projects',
  import: 'Import',
  overview: 'Overview',
  instances: 'Instances',
  instance: 'Instance',
  compare: 'Compare',
  'spot-check': 'Spot-check',
  'dataset-qc': 'Dataset QC',
  runs: 'Runs',
  agent: 'Agent',
  problems: 'Problems',
  export: 'Export',
  settings: 'Settings',
};
