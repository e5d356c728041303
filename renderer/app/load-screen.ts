import type { ComponentType } from 'react';
import type { Screen } from '../stores/route.ts';

/** Loads the code of a screen; a second call finds it loaded. */
export const loadScreen = {
  welcome: async () => ({
    default: (await import('../views/welcome/WelcomeView.tsx')).WelcomeView,
  }),
  import: async () => ({ default: (await import('../views/import/ImportView.tsx')).ImportView }),
  overview: async () => ({
    default: (await import('../views/overview/OverviewView.tsx')).OverviewView,
  }),
  instances: async () => ({
    default: (await import('../views/instances/InstancesView.tsx')).InstancesView,
  }),
  instance: async () => ({
    default: (await import('../views/instance/InstanceView.tsx')).InstanceView,
  }),
  compare: async () => ({
    default: (await import('../views/compare/CompareView.tsx')).CompareView,
  }),
  'spot-check': async () => ({
    default: (await import('../views/spot-check/SpotCheckView.tsx')).SpotCheckView,
  }),
  'dataset-qc': async () => ({
    default: (await import('../views/dataset-qc/DatasetQcView.tsx')).DatasetQcView,
  }),
  runs: async () => ({ default: (await import('../views/runs/RunsView.tsx')).RunsView }),
  agent: async () => ({ default: (await import('../views/agent/AgentView.tsx')).AgentView }),
  problems: async () => ({
    default: (await import('../views/problems/ProblemsView.tsx')).ProblemsView,
  }),
  export: async () => ({ default: (await import('../views/export/ExportView.tsx')).ExportView }),
  settings: async () => ({
    default: (await import('../views/settings/SettingsView.tsx')).SettingsView,
  }),
} satisfies Record<Screen, () => Promise<{ default: ComponentType }>>;
