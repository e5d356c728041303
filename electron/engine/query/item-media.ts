import { dirname, join } from 'node:path';
import { parseTagName } from '../../../shared/interleave/parse.ts';
import type { Item } from '../../../shared/model/content.ts';
import type { MediaRef, MediaState } from '../../../shared/model/media.ts';
import type { ModalityId } from '../../../shared/model/modality.ts';
import type { Root } from '../db/roots.ts';
import type { StoredItem } from '../db/sequence-rows.ts';
import { createDirectoryCache } from '../load/directory-cache.ts';
import { cleanInlineCode } from '../load/inline-code.ts';
import { companionsBeside } from '../load/mesh-groups.ts';
import { createMediaResolver, groupMeshEntries } from '../load/resolve-media.ts';
import type { MediaPlace } from '../load/types.ts';
import type { MediaRegistry } from '../media/registry.ts';

/** Says what the entries of a sequence are now: files may have come or gone since the import. */
export interface MediaReader {
  readonly items: (
    stored: readonly StoredItem[],
    place: MediaPlace,
    captions: ReadonlyMap<string, string>,
  ) => Item[];
}

/** @param roots  with their row ids; `registry` must be made of the same */
export function createMediaReader(roots: readonly Root[], registry: MediaRegistry): MediaReader {
  const cache = createDirectoryCache();
  const resolver = createMediaResolver(cache);
  const dirs = new Map(roots.map((root) => [root.rowId, root.dir]));

  function stateOf(item: StoredItem, modality: ModalityId, place: MediaPlace): MediaState {
    const { value } = item;
    const dir = item.rootId === undefined ? undefined : dirs.get(item.rootId);
    if (item.state === 'file' && dir !== undefined) {
      return fileState(join(dir, item.path ?? value), value);
    }
    if (item.state === 'inline') return inlineState(value, modality);
    const found = resolver.resolve(value, modality, place);
    switch (found.kind) {
      case 'file':
        return fileState(found.path, value);
      case 'inline':
        return inlineState(value, modality);
      case 'url':
        return { kind: 'url', url: found.url, host: found.host };
      case 'missing':
        return { kind: 'missing', value, tried: [...found.tried] };
      case 'refused':
        return { kind: 'refused', value, reason: found.reason };
    }
  }

  function fileState(path: string, value: string): MediaState {
    const located = registry.locate(path);
    if (located.kind === 'file') return { kind: 'file', ref: located.ref, path: located.path };
    if (located.kind === 'missing') return { kind: 'missing', value, tried: [path] };
    return { kind: 'refused', value, reason: located.reason };
  }

  function addSiblings(items: Item[]): void {
    const meshes = items.flatMap((item) =>
      item.modality === 'threeD' && item.media.kind === 'file'
        ? [{ tag: item.tag, path: item.media.path, media: item.media }]
        : [],
    );
    const groups = groupMeshEntries(meshes);
    for (const { tag, path, media } of meshes) {
      const folder = dirname(path);
      const beside = companionsBeside(path, cache.list(folder)?.files ?? []).map((name) =>
        join(folder, name),
      );
      const paths = new Set([...(groups.get(tag) ?? []).map((file) => file.path), ...beside]);
      paths.delete(path);
      const refs = [...paths]
        .map((other) => registry.refFor(other))
        .filter((ref): ref is MediaRef => ref !== undefined);
      if (refs.length > 0 && !isCompanion(meshes, groups, tag)) media.siblings = refs;
    }
  }

  return {
    items(stored, place, captions) {
      const items = stored.flatMap((item): Item[] => {
        const name = parseTagName(item.tag);
        if (name === undefined) return [];
        const caption = captions.get(item.tag);
        const media = stateOf(item, name.modality, place);
        return [{ ...name, media, ...(caption === undefined ? {} : { caption }) }];
      });
      addSiblings(items);
      return items;
    },
  };
}

function inlineState(value: string, modality: ModalityId): MediaState {
  if (modality !== 'code') return { kind: 'inline', text: value };
  const { text, language } = cleanInlineCode(value);
  return { kind: 'inline', text, ...(language === undefined ? {} : { language }) };
}

/** A material or a texture of another entry brings no siblings of its own. */
function isCompanion(
  meshes: readonly { readonly tag: string }[],
  groups: ReadonlyMap<string, readonly { readonly tag: string }[]>,
  tag: string,
): boolean {
  return meshes.some((mesh) => groups.get(mesh.tag)?.some((file) => file.tag === tag) === true);
}
