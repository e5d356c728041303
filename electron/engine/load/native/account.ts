// Where every marker and every file of the folder went, and a problem for each that is not as it
// should be: nothing is left out in silence.
import { basename } from 'node:path';
import type { NativeAccounts, NativeProblem } from '../../../../shared/model/native.ts';
import type { Mapped } from './map-samples.ts';
import { samplePath, type NativeFolder, type NativeItem, type NativeReading } from './types.ts';

/** Every item of a sample once: those of its answer, then those without a marker. */
export function itemsOf({ parts, orphans }: Mapped['sample']): NativeItem[] {
  const items = new Set<NativeItem>();
  for (const part of parts) if (part.kind === 'item') items.add(part.item);
  return [...items, ...orphans];
}

export function account(
  folder: NativeFolder,
  reading: NativeReading,
  mapped: readonly Mapped[],
): { readonly accounts: NativeAccounts; readonly problems: NativeProblem[] } {
  const problems = [...folder.problems, ...reading.problems];
  const markers = { found: 0, resolved: 0, withoutFile: 0, leftOut: 0 };
  const resolved = new Set<string>();
  const orphans = new Set<string>();
  for (const one of mapped) {
    const isWritten = 'target' in one;
    if (!isWritten) problems.push(sampleLeftOut(one));
    for (const item of itemsOf(one.sample)) {
      markers.found += item.markers.length;
      if (!isWritten) markers.leftOut += item.markers.length;
      else if (item.files.length > 0) markers.resolved += item.markers.length;
      else markers.withoutFile += item.markers.length;
      if (!isWritten) continue;
      for (const file of item.files) (item.markers.length > 0 ? resolved : orphans).add(file);
      problems.push(...problemsOfItem(one, item));
    }
  }
  const media = folder.files.filter(({ path }) => !reading.texts.has(path));
  const said = new Set(problems.map(({ file }) => file));
  const ofSamples = new Set(
    mapped.flatMap(({ sample }) => itemsOf(sample)).flatMap((i) => i.files),
  );
  for (const { path, sizeBytes } of media) {
    if (sizeBytes === 0 && (resolved.has(path) || orphans.has(path)))
      problems.push(emptyFile(path));
    if (ofSamples.has(path) || said.has(path)) continue;
    const message = `Left out a file: it belongs to no answer. "${path}"`;
    problems.push({ code: 'left-out', severity: 'warning', file: path, message });
  }
  const count = (set: ReadonlySet<string>) => media.filter(({ path }) => set.has(path)).length;
  const files = { found: media.length, resolved: count(resolved), orphans: 0, leftOut: 0 };
  files.orphans = media.filter(({ path }) => orphans.has(path) && !resolved.has(path)).length;
  files.leftOut = files.found - files.resolved - files.orphans;
  const samples = { found: mapped.length, mapped: mapped.filter((one) => 'target' in one).length };
  return { accounts: { samples, markers, files, cutOff: reading.cutOff }, problems };
}

function sampleLeftOut(one: Exclude<Mapped, { target: unknown }>): NativeProblem {
  const { sample, why, reason, key } = one;
  const path = samplePath(sample);
  const files = itemsOf(sample).flatMap((item) => item.files).length;
  const and = files === 0 ? '' : ` and its ${files === 1 ? 'file' : `${files} files`}`;
  return {
    code: why,
    severity: 'warning',
    file: sample.file,
    ...(sample.line === undefined ? {} : { line: sample.line }),
    sample: path,
    ...(key === undefined ? {} : { key }),
    message: `Left out sample "${path}"${and}: ${reason}.`,
  };
}

function problemsOfItem(
  one: Extract<Mapped, { target: unknown }>,
  item: NativeItem,
): NativeProblem[] {
  const { sample, target } = one;
  const line = sample.line === undefined ? {} : { line: sample.line };
  const where = { sample: samplePath(sample), key: target.key };
  if (item.markers.length === 0) {
    const [file = ''] = item.files;
    const message = `Appended a file that no marker of sample "${where.sample}" names. "${file}"`;
    return [{ code: 'orphan', severity: 'warning', file, ...where, message }];
  }
  if (item.files.length > 0) return [];
  const [marker = ''] = item.markers;
  const message = `Sample "${where.sample}" has no file for ${marker}: its tag stays without an entry.`;
  return [
    { code: 'without-file', severity: 'warning', file: sample.file, ...line, ...where, message },
  ];
}

function emptyFile(path: string): NativeProblem {
  const message = `Took "${basename(path)}" as it is, though it is empty. "${path}"`;
  return { code: 'empty-file', severity: 'warning', file: path, message };
}
