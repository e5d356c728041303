// What is kept with the project, and what of it is being changed. A draft outlives its screen: nothing
// typed is lost by looking something up elsewhere.
import { create } from 'zustand';
import type { MethodOutput } from '../../shared/api/contract.ts';
import type { EndpointKey } from '../../shared/model/endpoint.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import {
  changedParts,
  draftSettings,
  parseSettings,
  withEndpoint,
  type DraftErrors,
  type EndpointDraft,
  type ScoringDraft,
  type SettingsDraft,
} from './settings-draft.ts';

export type KeptSettings = MethodOutput<'settings.get'>;

interface SettingsState {
  readonly kept: AsyncData<KeptSettings>;
  /** Absent until something was changed. */
  readonly draft: SettingsDraft | undefined;
  /** Of the last try to save; a field's goes away when it is changed. */
  readonly errors: DraftErrors;
  readonly isSaving: boolean;
  readonly saveError: ShownError | undefined;
}

const unchanged = { draft: undefined, errors: {}, saveError: undefined } as const;

export const useSettings = create<SettingsState>(() => ({
  kept: idle,
  ...unchanged,
  isSaving: false,
}));

const loader = createLoader<KeptSettings>(
  () => useSettings.getState().kept,
  (kept) => useSettings.setState({ kept }),
);

export function loadSettings(): Promise<void> {
  return loader.run((signal) => api.call('settings.get', {}, signal));
}

/** The draft, or what is kept as one; undefined until that is known. */
function currentDraft(): SettingsDraft | undefined {
  const { draft, kept } = useSettings.getState();
  const known = latest(kept);
  return draft ?? (known === undefined ? undefined : draftSettings(known.settings));
}

function change(edit: (draft: SettingsDraft) => SettingsDraft, mended: (field: string) => boolean) {
  const before = currentDraft();
  const known = latest(useSettings.getState().kept);
  if (before === undefined || known === undefined) return;
  const draft = edit(before);
  const errors = Object.entries(useSettings.getState().errors).filter(([field]) => !mended(field));
  useSettings.setState({
    draft: changedParts(draft, known.settings).length === 0 ? undefined : draft,
    errors: Object.fromEntries(errors),
    saveError: undefined,
  });
}

/** Changes the form of one endpoint; undefined takes the endpoint away. */
export function editEndpoint(role: EndpointKey, endpoint: EndpointDraft | undefined): void {
  change(
    (draft) => withEndpoint(draft, role, endpoint),
    (field) => field.startsWith(`${role}.`),
  );
}

export function editScoring(part: Partial<ScoringDraft>): void {
  change(
    (draft) => ({ ...draft, scoring: { ...draft.scoring, ...part } }),
    (field) => Object.keys(part).some((name) => field === `scoring.${name}`),
  );
}

/** Marks fields of one part as wrong, as a try to save would. */
export function showErrors(part: string, errors: DraftErrors): void {
  const own = Object.entries(errors).map(([field, words]) => [`${part}.${field}`, words] as const);
  useSettings.setState((state) => ({ errors: { ...state.errors, ...Object.fromEntries(own) } }));
}

export function discardSettings(): void {
  useSettings.setState(unchanged);
}

/** @returns false when a field is wrong or the engine refused; both are then in the state */
export async function saveSettings(): Promise<boolean> {
  const { draft } = useSettings.getState();
  if (draft === undefined) return true;
  const parsed = parseSettings(draft);
  if (parsed.status === 'wrong') {
    useSettings.setState({ errors: parsed.errors });
    return false;
  }
  useSettings.setState({ isSaving: true, saveError: undefined });
  try {
    await api.call('settings.save', { settings: parsed.value });
    await loadSettings();
    useSettings.setState(unchanged);
    return true;
  } catch (error) {
    useSettings.setState({ saveError: toShownError(error) });
    return false;
  } finally {
    useSettings.setState({ isSaving: false });
  }
}

api.on('settings.changed', () => {
  if (useSettings.getState().kept.status !== 'idle') void loadSettings();
});
api.on('project.changed', () => {
  loader.reset();
  discardSettings();
});
