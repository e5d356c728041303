import type { InstanceSpec, SideSpec } from './spec.ts';

/** A record as UniM has it; predictions may leave `input` out. */
export interface DemoRecord {
  readonly domain: string;
  readonly subdomain: string;
  readonly id: string;
  readonly input?: { readonly modal: Record<string, string>; readonly content: string };
  readonly output: { readonly modal: Record<string, string>; readonly content: string };
  readonly difficulty_level?: number;
  readonly [extra: string]: unknown;
}

export const PREFIX: Readonly<Record<string, string>> = {
  text: 'txt',
  image: 'img',
  audio: 'aud',
  video: 'vid',
  document: 'doc',
  code: 'cod',
  threeD: 'thd',
};
const ORDER = Object.keys(PREFIX);

export function modalityOf(tag: string): string {
  return tag.replace(/\d+$/, '');
}

/** `image&audio_image`: the modalities of both sides, `text` for a side without items. */
export function combinationOf(spec: InstanceSpec): string {
  const side = (one: SideSpec) => {
    const modalities = new Set(Object.keys(one.items).map(modalityOf));
    const listed = ORDER.filter((modality) => modality !== 'text' && modalities.has(modality));
    return listed.length === 0 ? 'text' : listed.join('&');
  };
  return `${side(spec.input)}_${side(spec.output)}`;
}

/** The content with `<tag: caption>` in place of `<tag>`, for tags whose item has a caption. */
export function captioned(side: SideSpec): string {
  return side.content.replace(/<([A-Za-z]+\d+)>/g, (whole, tag: string) => {
    const caption = side.items[tag]?.caption ?? '';
    return caption === '' ? whole : `<${tag}: ${caption}>`;
  });
}

/**
 * Records in the container styles that real files have: pretty-printed objects one after another,
 * now and then with an indent of 4, blank lines between, one object a line, or one array.
 */
export function joinRecords(path: string, records: readonly object[]): Buffer {
  const pretty = (indent: number) => records.map((one) => JSON.stringify(one, undefined, indent));
  if (path.includes('Aria-7B/social_science'))
    return lines(records.map((one) => JSON.stringify(one)));
  if (path.includes('Echo-Base/general_area'))
    return Buffer.from(JSON.stringify(records, undefined, 2));
  if (path.includes('/law/') || path.includes('/21_sports/')) return lines(pretty(4));
  if (path.includes('/14_psychology/')) return Buffer.from(pretty(2).join('\n\n')); // no final newline
  return lines(pretty(2));
}

function lines(texts: readonly string[]): Buffer {
  return Buffer.from(texts.join('\n') + '\n');
}
