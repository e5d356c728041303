// The tags of the project: asked for once, and again when settings changed.
import { create } from 'zustand';
import type { MethodOutput } from '../../shared/api/contract.ts';
import { tagIdOf, type Taxonomy, type TaxonomyTag } from '../../shared/model/taxonomy.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';

export type KeptTaxonomy = MethodOutput<'taxonomy.get'>;

interface TaxonomyState {
  readonly kept: AsyncData<KeptTaxonomy>;
  /** The list as it is being edited; absent until something was changed. */
  readonly draft: Taxonomy | undefined;
  readonly error: ShownError | undefined;
}

export const useTaxonomy = create<TaxonomyState>(() => ({
  kept: idle,
  draft: undefined,
  error: undefined,
}));

const loader = createLoader<KeptTaxonomy>(
  () => useTaxonomy.getState().kept,
  (kept) => useTaxonomy.setState({ kept }),
);

export function loadTaxonomy(): Promise<void> {
  return loader.run((signal) => api.call('taxonomy.get', {}, signal));
}

/** Asks only where nobody has. */
export function wantTaxonomy(): void {
  if (useTaxonomy.getState().kept.status === 'idle') void loadTaxonomy();
}

const none: readonly never[] = [];

/** Tags in the order in which they are offered. */
export function useTags(): readonly TaxonomyTag[] {
  return useTaxonomy(({ kept }) => latest(kept)?.tags ?? none);
}

/** A tag as people read it; the words of its id where the list has it no more. */
export function tagLabel(tags: readonly TaxonomyTag[], id: string): string {
  return tags.find((tag) => tag.id === id)?.label ?? id.replaceAll('-', ' ');
}

/** Ids that a new tag cannot have: those of a list, and those that something is tagged with. */
export function takenIds(
  tags: readonly Pick<TaxonomyTag, 'id'>[],
  uses: KeptTaxonomy['uses'],
): ReadonlySet<string> {
  return new Set([...tags.map(({ id }) => id), ...Object.keys(uses)]);
}

/** @returns false when the engine refused; the reason is then in the state */
export async function saveTaxonomy(tags: Taxonomy): Promise<boolean> {
  useTaxonomy.setState({ error: undefined });
  try {
    await api.call('taxonomy.save', { tags });
    await loadTaxonomy();
    return true;
  } catch (error) {
    useTaxonomy.setState({ error: toShownError(error) });
    return false;
  }
}

/** Puts a new tag at the end of the list. @returns its id; undefined when it was not kept */
export async function addTag(label: string): Promise<string | undefined> {
  const kept = latest(useTaxonomy.getState().kept);
  if (kept === undefined) return undefined;
  const id = tagIdOf(label, takenIds(kept.tags, kept.uses));
  const isKept = await saveTaxonomy([
    ...kept.tags,
    { id, label: label.trim(), group: '', hint: '' },
  ]);
  return isKept ? id : undefined;
}

export const editTaxonomy = (draft: Taxonomy | undefined) =>
  useTaxonomy.setState({ draft, error: undefined });

api.on('settings.changed', () => {
  if (useTaxonomy.getState().kept.status !== 'idle') void loadTaxonomy();
});
api.on('project.changed', () => {
  loader.reset();
  editTaxonomy(undefined);
});
