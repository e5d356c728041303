// MIO: `content_<sample>.txt` with 0-based placeholders, and the files of each sample by its number.
import type { NativeProblem } from '../../../../shared/model/native.ts';
import { endsInDots, readText, tidyParts } from './answer-text.ts';
import { byName } from './list-native-folder.ts';
import {
  samplePath,
  type NativeFile,
  type NativeFolder,
  type NativeItem,
  type NativePart,
  type NativeReader,
  type NativeReading,
  type NativeReadOptions,
  type NativeSample,
} from './types.ts';
import { joinRuns } from './video-runs.ts';

const CONTENT = /^content_(.+)\.txt$/i;
const MEDIUM = /^detokenized_(image|speech)_(.+)_(\d+)\.[a-z0-9]+$/i;
const PLACEHOLDER = /<(image|speech)_placeholder_(\d+)>/g;
const CUT_PLACEHOLDER = /<(?:image|speech)_placeholder_?\d*$/;
const STRAY = /<unk>|<pad>|<\|(?:im_start|im_end|endoftext)\|>/g;

export const mioReader: NativeReader = {
  system: 'mio',
  recognise({ files }) {
    const contents = files.filter(({ name }) => CONTENT.test(name)).length;
    const media = files.filter(({ name }) => MEDIUM.test(name)).length;
    const isMio = contents > 0 || media > 0;
    const words = `${contents} “content_….txt” and ${media} “detokenized_…” files`;
    return Promise.resolve(isMio ? words : undefined);
  },
  read,
};

interface Group {
  readonly folder: string;
  readonly name: string;
  content?: NativeFile;
  /** By modality and index, as `image 0`. */
  readonly media: Map<string, NativeFile>;
}

async function read(folder: NativeFolder, options: NativeReadOptions): Promise<NativeReading> {
  const problems: NativeProblem[] = [];
  const samples: NativeSample[] = [];
  const texts = new Set<string>();
  let cutOff = 0;
  for (const group of groupsOf(folder, problems)) {
    options.signal.throwIfAborted();
    if (group.content !== undefined) texts.add(group.content.path);
    const { sample, cut } = await readSample(group, options, problems);
    if (sample !== undefined) samples.push(sample);
    cutOff += cut;
  }
  return { samples, problems, texts, cutOff };
}

/** `007` and `7` are one sample, where the padding of text and files differs. */
const unpadded = (name: string) => name.replace(/^0+(?=\d+$)/, '');

function groupsOf(folder: NativeFolder, problems: NativeProblem[]): Group[] {
  const groups = new Map<string, Group>();
  const groupOf = (file: NativeFile, name: string) => {
    const id = `${file.folder}/${unpadded(name)}`;
    const group: Group = groups.get(id) ?? { folder: file.folder, name, media: new Map() };
    groups.set(id, group);
    return group;
  };
  for (const file of folder.files) {
    const content = CONTENT.exec(file.name);
    if (content !== null) groupOf(file, content[1] ?? '').content ??= file;
    const medium = MEDIUM.exec(file.name);
    if (medium === null) continue;
    const { media } = groupOf(file, medium[2] ?? '');
    const place = `${(medium[1] ?? '').toLowerCase()} ${Number(medium[3])}`;
    if (!media.has(place)) media.set(place, file);
    else problems.push(secondFile(file, place));
  }
  return [...groups.values()].sort((a, b) => byName(a.folder, b.folder) || byName(a.name, b.name));
}

function secondFile({ path }: NativeFile, place: string): NativeProblem {
  const message = `Left out a file: there is another one for ${place} of its sample. "${path}"`;
  return { code: 'ambiguous', severity: 'warning', file: path, message };
}

async function readSample(
  group: Group,
  { joinVideo }: NativeReadOptions,
  problems: NativeProblem[],
): Promise<{ readonly sample?: NativeSample; readonly cut: number }> {
  const { folder, name, content, media } = group;
  const path = samplePath(group);
  const [firstFile] = media.values();
  const file = content?.path ?? firstFile?.path ?? '';
  const say = (problem: Pick<NativeProblem, 'code' | 'severity' | 'message'>) =>
    problems.push({ ...problem, file, sample: path });
  if (content === undefined) {
    const what = `its files are there, but no "content_${name}.txt"`;
    const message = `Sample "${path}" has no answer: ${what}. They are kept as orphans. "${file}"`;
    say({ code: 'no-text', severity: 'warning', message });
  }
  const text = content === undefined ? '' : ((await readText(content, problems)) ?? '');
  const clean = cleanText(text, path, say);
  const items = new Map<string, NativeItem>();
  const parts = joinRuns(tidyParts(partsOf(clean.text, items, media)), joinVideo);
  const orphans = [...media].flatMap(([place, { path: medium }]): NativeItem[] => {
    if (items.has(place)) return [];
    const { modality, index } = placeOf(place);
    return [{ modality, index, markers: [], files: [medium], as: 'copy' }];
  });
  const sample: NativeSample = { folder, name, file, parts, orphans };
  return { sample, cut: clean.cut };
}

function placeOf(place: string): { modality: 'image' | 'audio'; index: number } {
  const [kind, number] = place.split(' ');
  return { modality: kind === 'image' ? 'image' : 'audio', index: Number(number) };
}

type Say = (problem: Pick<NativeProblem, 'code' | 'severity' | 'message'>) => void;

function cleanText(raw: string, path: string, say: Say) {
  const stray = raw.match(STRAY) ?? [];
  if (stray.length > 0) {
    const kinds = [...new Set(stray)].join(', ');
    const message = `Took stray tokens out of sample "${path}": ${kinds}.`;
    say({ code: 'stray-token', severity: 'info', message });
  }
  const text = raw.replace(STRAY, '').trim();
  const whole = text.replace(CUT_PLACEHOLDER, '');
  if (whole !== text || endsInDots(text)) {
    const how = whole === text ? 'its text ends in "..."' : 'its last placeholder is not closed';
    const message = `Sample "${path}" is truncated: ${how}. What is there is kept.`;
    say({ code: 'cut-off', severity: 'warning', message });
  }
  return { text: whole, cut: whole === text ? 0 : 1 };
}

function partsOf(
  text: string,
  items: Map<string, NativeItem>,
  media: ReadonlyMap<string, NativeFile>,
): NativePart[] {
  const parts: NativePart[] = [];
  let at = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    parts.push({ kind: 'text', text: text.slice(at, match.index) });
    at = match.index + match[0].length;
    const place = `${match[1] ?? ''} ${Number(match[2])}`;
    const file = media.get(place);
    const item = items.get(place) ?? {
      ...placeOf(place),
      markers: [match[0]],
      files: file === undefined ? [] : [file.path],
      as: 'copy' as const,
    };
    items.set(place, item);
    parts.push({ kind: 'item', item });
  }
  return [...parts, { kind: 'text', text: text.slice(at) }];
}
