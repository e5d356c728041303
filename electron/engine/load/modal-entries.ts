import { parseTagName } from '../../../shared/interleave/parse.ts';
import { findModality, type ModalityId } from '../../../shared/model/modality.ts';
import type { ModalEntry } from './types.ts';

interface TagName {
  readonly tag: string;
  readonly modality: ModalityId;
  readonly number: number;
}

/** Something to be said about a side; `quirk` as in the format's list. */
export interface SideNote {
  readonly quirk?: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

// Records repeat the same few dozen keys; asking the parser once each is what keeps this quick.
const MAX_REMEMBERED = 5000;
const names = new Map<string, TagName | undefined>();

function tagName(key: string): TagName | undefined {
  if (names.has(key)) return names.get(key);
  const name = parseTagName(key) ?? numberless(key);
  if (names.size < MAX_REMEMBERED) names.set(key, name);
  return name;
}

/** `image` without a number is the first one. */
function numberless(key: string): TagName | undefined {
  const modality = findModality(key.trim());
  return modality === undefined ? undefined : { tag: `${modality}1`, modality, number: 1 };
}

/**
 * A side's `modal` object as entries with canonical tags, in the order in which they stand. What is no
 * entry is noted and left out; the rest is kept.
 */
export function parseModal(modal: unknown, note: (note: SideNote) => void): ModalEntry[] {
  if (modal === undefined || modal === null) return [];
  if (typeof modal !== 'object' || (Array.isArray(modal) && modal.length > 0)) {
    note({
      severity: 'error',
      message: `Cannot read "modal": it is ${describe(modal)}, not an object of tags and paths.`,
    });
    return [];
  }
  const entries: ModalEntry[] = [];
  for (const [key, value] of Object.entries(modal as Record<string, unknown>)) {
    const name = tagName(key);
    if (name === undefined) {
      note({
        severity: 'warning',
        message: `Left out the "modal" entry "${key}": it names no modality with a number.`,
      });
      continue;
    }
    if (typeof value !== 'string') {
      note({
        severity: 'warning',
        message: `Left out the "modal" entry "${key}": its value is ${describe(value)}, not a text.`,
      });
      continue;
    }
    if (name.tag !== key && !noteSpelling(key, name.tag, entries, note)) continue;
    entries.push({ ...name, value });
  }
  return entries;
}

/** @returns false when the same tag is there already */
function noteSpelling(
  key: string,
  tag: string,
  entries: readonly ModalEntry[],
  note: (note: SideNote) => void,
): boolean {
  const isTaken = entries.some((entry) => entry.tag === tag);
  note(
    isTaken
      ? {
          quirk: 17,
          severity: 'warning',
          message: `Left out the "modal" entry "${key}": "${tag}" is there already.`,
        }
      : { quirk: 17, severity: 'info', message: `Read the "modal" key "${key}" as "${tag}".` },
  );
  return !isTaken;
}

/** Names a JSON value for people: its type, and what it is where that is short. */
export function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'string') return `the text "${value.slice(0, 40)}"`;
  if (typeof value === 'number' || typeof value === 'boolean')
    return `the ${typeof value} ${value}`;
  return Array.isArray(value) ? 'a list' : 'an object';
}
