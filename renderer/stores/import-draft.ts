// What an import is to read, as it is put together on the screen. Pure.
import type { MethodInput } from '../../shared/api/contract.ts';
import type { SourceKind, ValidationReport } from '../../shared/model/import.ts';
import type { AsyncData } from './async-data.ts';

export const ROLES = [
  'dataset',
  'predictions',
  'results',
  'captions',
  'ratings',
  'capabilities',
] as const;
/** What a source is imported as. */
export type Role = (typeof ROLES)[number];

export interface Source {
  readonly path: string;
  /** Undefined until it is known or chosen. */
  readonly role: Role | undefined;
  /** Model that predictions and results belong to. */
  readonly model: string;
  readonly inspection: AsyncData<ValidationReport>;
}

const ROLE_OF_KIND: Readonly<Record<SourceKind, Role | undefined>> = {
  dataset: 'dataset',
  captions: 'captions',
  predictions: 'predictions',
  'gq-results': 'results',
  'ics-results': 'results',
  'sc-results': 'results',
  ratings: 'ratings',
  capabilities: 'capabilities',
  unknown: undefined,
};

export function hasModel(role: Role | undefined): boolean {
  return role === 'predictions' || role === 'results';
}

/**
 * What a path is imported as. Records with an answer look alike in a dataset and in predictions: the
 * first such source is the dataset, unless there is one, or the project has one already.
 */
export function guessRole(
  kind: SourceKind,
  others: readonly Source[],
  projectHasInstances: boolean,
): Role | undefined {
  const role = ROLE_OF_KIND[kind];
  const isTaken = projectHasInstances || others.some((other) => other.role === 'dataset');
  return role === 'dataset' && isTaken ? 'predictions' : role;
}

const GENERIC =
  /^(predictions?|preds?|responses?|outputs?|results?|answers?|data|dataset|qapairs.*|gq|ics|sc|scores?|eval(uation)?|(un)?filtered|test|all)$/i;
const WORDS =
  /[._-]+(predictions?|preds?|responses?|outputs?|results?|answers?|gq|ics|sc|scores?|eval(uation)?)$|^(predictions?|preds?|responses?|outputs?|results?|gq|ics|sc)[._-]+/i;

/** A model's name from a file or folder, e.g. `…/MIO/predictions.jsonl` → `MIO`. */
export function modelNameFromPath(path: string): string {
  const parts = path.split(/[\\/]+/).filter((part) => part !== '');
  for (const part of parts.reverse()) {
    let name = part.replace(/\.(jsonl?|csv)$/i, '');
    while (WORDS.test(name)) name = name.replace(WORDS, '');
    if (name !== '' && !GENERIC.test(name)) return name;
  }
  return '';
}

/** Why an import cannot start yet, as a sentence; undefined when it can. */
export function whyNotReady(
  sources: readonly Source[],
  projectHasInstances: boolean,
): string | undefined {
  if (sources.length === 0) return 'Add a dataset folder or file to begin.';
  const unknown = sources.find((source) => source.role === undefined);
  if (unknown !== undefined) return `Say what “${baseName(unknown.path)}” is, or remove it.`;
  const nameless = sources.find((source) => hasModel(source.role) && source.model.trim() === '');
  if (nameless !== undefined) return `Name the model of “${baseName(nameless.path)}”.`;
  for (const role of ['dataset', 'captions', 'capabilities'] as const) {
    if (sources.filter((source) => source.role === role).length > 1)
      return `Only one ${role} source at a time: import the other one afterwards.`;
  }
  if (!projectHasInstances && !sources.some((source) => source.role === 'dataset'))
    return 'A new project needs a dataset: responses are matched to its instances.';
  return undefined;
}

export function baseName(path: string): string {
  return (
    path
      .split(/[\\/]+/)
      .filter((part) => part !== '')
      .at(-1) ?? path
  );
}

export function importRequest(sources: readonly Source[]): MethodInput<'import.start'> {
  const paths = (role: Role) =>
    sources.filter((source) => source.role === role).map((source) => source.path);
  const one = (role: 'dataset' | 'captions' | 'capabilities') => {
    const [path] = paths(role);
    return path === undefined ? {} : { [role]: path };
  };
  return {
    ...one('dataset'),
    ...one('captions'),
    ...one('capabilities'),
    predictions: sources
      .filter((source) => hasModel(source.role))
      .map(({ model, path }) => ({ model: model.trim(), path })),
    ratings: paths('ratings'),
  };
}

/** A folder name for a project, e.g. `UniM dev (2)` → `unim-dev-2`. */
export function folderName(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'project' : slug;
}

/** `dir` and `name` with the separator that `dir` uses. */
export function joinPath(dir: string, ...names: readonly string[]): string {
  const separator = /^[a-z]:|\\/i.test(dir) && !dir.includes('/') ? '\\' : '/';
  return [dir.replace(/[\\/]+$/, ''), ...names].join(separator);
}
