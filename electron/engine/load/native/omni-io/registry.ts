// Omni-IO's `registry.json`: an object keyed by asset id. A run that was stopped leaves it half written;
// the entries that are whole are read.
import type { ModalityId } from '../../../../../shared/model/modality.ts';
import { parseJson } from '../../../parse-json.ts';

export interface Asset {
  readonly id: string;
  readonly modality: ModalityId | undefined;
  /** Absolute path on the machine that made it; empty where it was never done. */
  readonly url: string;
  /** Round in which it was made. */
  readonly turn: string | undefined;
  readonly isDone: boolean;
  readonly dependsOn: readonly string[];
}

export interface Registry {
  readonly assets: readonly Asset[];
  /** Ids of entries that end in the middle or are no objects. */
  readonly broken: readonly string[];
  /** The file ends before its closing brace, or is no JSON. */
  readonly isCut: boolean;
}

const MODALITY_OF_TYPE: Readonly<Record<string, ModalityId>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  speech: 'audio',
  music: 'audio',
  '3d': 'threeD',
  '3d model': 'threeD',
  model: 'threeD',
  mesh: 'threeD',
  document: 'document',
  code: 'code',
};

/** The modality of an asset's type or of a label, e.g. `3D model`. */
export function modalityOfType(type: string): ModalityId | undefined {
  return MODALITY_OF_TYPE[type.trim().toLowerCase()];
}

/** Reads the registry as far as it goes. */
export function readRegistry(text: string): Registry {
  const whole = parseJson(text);
  if (isFields(whole)) return fromEntries(Object.entries(whole), false);
  const { entries, cutId } = wholeEntries(text);
  const registry = fromEntries(entries, true);
  return cutId === undefined ? registry : { ...registry, broken: [...registry.broken, cutId] };
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fromEntries(entries: readonly (readonly [string, unknown])[], isCut: boolean): Registry {
  const assets: Asset[] = [];
  const broken: string[] = [];
  for (const [id, value] of entries) {
    if (isFields(value)) assets.push(assetOf(id, value));
    else broken.push(id);
  }
  return { assets, broken, isCut };
}

function assetOf(id: string, fields: Fields): Asset {
  const { type, url, turn_id: turn, completed_at: doneAt, depends_on: needs } = fields;
  return {
    id,
    modality: typeof type === 'string' ? modalityOfType(type) : undefined,
    url: typeof url === 'string' ? url : '',
    turn: typeof turn === 'string' || typeof turn === 'number' ? String(turn) : undefined,
    isDone: doneAt !== undefined && doneAt !== null && doneAt !== '',
    dependsOn: [needs].flat().filter((need) => typeof need === 'string'),
  };
}

/** Members of the outer object up to where the text ends. */
function wholeEntries(text: string) {
  const entries: (readonly [string, unknown])[] = [];
  const name = /\s*,?\s*("(?:[^"\\]|\\.)*")\s*:\s*/y;
  name.lastIndex = text.indexOf('{') + 1;
  for (;;) {
    const match = name.exec(text);
    if (match === null) return { entries, cutId: undefined };
    const id = String(parseJson(match[1] ?? ''));
    const end = objectEnd(text, name.lastIndex);
    const value = end === undefined ? undefined : parseJson(text.slice(name.lastIndex, end));
    if (end === undefined || value === undefined) return { entries, cutId: id };
    entries.push([id, value]);
    name.lastIndex = end;
  }
}

/** Behind the brace that closes the object at `from`; braces in strings do not count. */
function objectEnd(text: string, from: number): number | undefined {
  let depth = 0;
  const token = /"(?:[^"\\]|\\.)*"|[{}]/g;
  token.lastIndex = from;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}') depth -= 1;
    if (depth === 0) return match[0] === '}' ? token.lastIndex : undefined;
  }
  return undefined;
}
