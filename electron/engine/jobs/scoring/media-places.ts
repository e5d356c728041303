import type { ReadableDb } from '../../db/handle.ts';
import { findOrigin } from '../../db/origins.ts';
import type { MediaPlace } from '../../load/types.ts';

/** Knows where the media of a record are looked for. */
export type PlaceFinder = (fileId: number, field: string, subdomain: string) => MediaPlace;

/** Places do not change while a project is open; each is looked up once. */
export function createPlaceFinder(db: ReadableDb): PlaceFinder {
  const places = new Map<string, MediaPlace>();
  return (fileId, field, subdomain) => {
    const name = JSON.stringify([fileId, field, subdomain]);
    const known = places.get(name);
    if (known !== undefined) return known;
    const { path, rootDir } = findOrigin(db, fileId);
    const roots = rootDir === undefined ? [] : [rootDir];
    const place: MediaPlace = { roots, field, subdomain, file: path };
    places.set(name, place);
    return place;
  };
}
