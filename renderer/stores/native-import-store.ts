// Another system's folder on its way to predictions: looked at, mapped, shown, and only then written.
import { create } from 'zustand';
import type {
  NativeLook,
  NativePreview,
  NativeReport,
  NativeRule,
  NativeSystem,
} from '../../shared/model/native.ts';
import { NATIVE_SYSTEMS } from '../../shared/model/native.ts';
import { parseNativeRule } from '../../shared/model/native-rule.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';
import { baseName, joinPath } from './import-draft.ts';
import { canAddToOpen } from './import-draft-store.ts';
import { startImport } from './import-store.ts';

export type RuleKind = NativeRule['kind'];

export interface NativeDraft {
  readonly dir: string;
  readonly system: NativeSystem | undefined;
  readonly kind: RuleKind;
  readonly pattern: string;
  /** Field or subdomain that an order is of; empty for all. */
  readonly within: string;
  readonly table: string;
  readonly joinVideo: boolean;
  readonly model: string;
  readonly out: string;
}

interface NativeState {
  readonly draft: NativeDraft;
  readonly look: AsyncData<NativeLook>;
  readonly preview: AsyncData<NativePreview>;
  readonly written: AsyncData<NativeReport>;
}

const EMPTY: NativeDraft = {
  dir: '',
  system: undefined,
  kind: 'pattern',
  pattern: '',
  within: '',
  table: '',
  joinVideo: false,
  model: '',
  out: '',
};

export const useNative = create<NativeState>(() => ({
  draft: EMPTY,
  look: idle,
  preview: idle,
  written: idle,
}));

const looker = createLoader<NativeLook>(
  () => useNative.getState().look,
  (look) => useNative.setState({ look }),
);
const previewer = createLoader<NativePreview>(
  () => useNative.getState().preview,
  (preview) => useNative.setState({ preview }),
);
const writer = createLoader<NativeReport>(
  () => useNative.getState().written,
  (written) => useNative.setState({ written }),
);

/** What was shown holds no longer when folder, system or rule change. */
export function changeNative(change: Partial<NativeDraft>): void {
  useNative.setState(({ draft }) => ({ draft: { ...draft, ...change } }));
  if (Object.keys(change).some((name) => name !== 'model' && name !== 'out')) previewer.reset();
}

/** Looks what a folder is, and fills in what follows from it. */
export async function chooseNativeFolder(dir: string): Promise<void> {
  previewer.reset();
  writer.reset();
  useNative.setState({ draft: { ...EMPTY, dir } });
  await looker.run((signal) => api.call('import.nativeLook', { dir }, signal));
  const { look, draft } = useNative.getState();
  const found = latest(look);
  if (found?.system === undefined || draft.dir !== dir) return;
  changeNative({
    system: found.system,
    pattern: found.suggestions[0] ?? '',
    model: NATIVE_SYSTEMS[found.system].label,
    out: placeFor(dir),
  });
}

/** Beside the folder, not in it: what is read is not written to. */
function placeFor(dir: string): string {
  const clean = dir.replace(/[\\/]+$/, '');
  const parent = clean.slice(0, clean.length - baseName(clean).length).replace(/[\\/]+$/, '');
  return joinPath(parent, `${baseName(clean)}-unim`, 'predictions.jsonl');
}

/** Why the draft's rule cannot be used yet; undefined when it can. */
export function whyNoRule(draft: NativeDraft): string | undefined {
  try {
    return ruleOf(draft) === undefined ? 'Say how samples find their instances.' : undefined;
  } catch (error) {
    return toShownError(error).message;
  }
}

/** @throws AppError when the pattern cannot be read */
function ruleOf({ kind, pattern, within, table }: NativeDraft): NativeRule | undefined {
  if (kind === 'order') return parseNativeRule(`order:${within.trim()}`);
  if (kind === 'csv') return table.trim() === '' ? undefined : { kind: 'csv', path: table.trim() };
  return pattern.trim() === '' ? undefined : parseNativeRule(pattern);
}

function requestOf(draft: NativeDraft) {
  const rule = ruleOf(draft);
  if (rule === undefined) throw new Error('a rule is asked for before anything is read');
  const { dir, system, joinVideo } = draft;
  return { dir, rule, joinVideo, ...(system === undefined ? {} : { system }) };
}

export function loadNativePreview(): Promise<void> {
  const { draft } = useNative.getState();
  return previewer.run((signal) => api.call('import.nativePreview', requestOf(draft), signal));
}

/** Writes the predictions; where the open project takes them, imports them as the model. */
export async function writeNative(): Promise<void> {
  const { draft } = useNative.getState();
  const out = draft.out.trim();
  await writer.run((signal) =>
    api.call('import.nativeWrite', { ...requestOf(draft), out }, signal),
  );
  if (latest(useNative.getState().written) === undefined || !canAddToOpen()) return;
  await startImport({ predictions: [{ model: draft.model.trim(), path: out }], ratings: [] });
}

/** Begins with another folder. */
export function resetNative(): void {
  looker.reset();
  previewer.reset();
  writer.reset();
  useNative.setState({ draft: EMPTY });
}

api.on('project.changed', () => previewer.reset());
