// Media of a record: where its paths lead (quirks 10, 12, 15) and whether the files are sound (14).
import type { ModalityId } from '../../../../shared/model/modality.ts';
import type { ProblemCode } from '../../../../shared/model/problem.ts';
import { readMediaFacts } from '../../media/facts.ts';
import { groupMeshEntries, type MediaResolver } from '../resolve-media.ts';
import type { MediaPlace, ModalEntry, RecordSide } from '../types.ts';

/** A remark about media; `code` is `quirk` unless given. */
export interface MediaRemark {
  readonly code?: ProblemCode;
  readonly quirk?: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

export interface MediaLinter {
  readonly lint: (side: RecordSide, place: MediaPlace) => Promise<MediaRemark[]>;
}

/** Makes a linter that looks at each file once. */
export function createMediaLinter(resolver: MediaResolver): MediaLinter {
  const seen = new Map<string, Promise<MediaRemark | undefined>>();
  const complaintOf = (path: string) => {
    const known = seen.get(path) ?? describeFile(path);
    seen.set(path, known);
    return known;
  };
  return {
    async lint(side, place) {
      const remarks: MediaRemark[] = [];
      const meshes: { tag: string; path: string }[] = [];
      for (const entry of side.entries) {
        const media = resolver.resolve(entry.value, entry.modality, place);
        if (media.kind === 'file') {
          if (entry.modality === 'threeD') meshes.push({ tag: entry.tag, path: media.path });
          const complaint = await complaintOf(media.path);
          if (complaint !== undefined)
            remarks.push({
              ...complaint,
              message: `The file of "${entry.tag}": ${complaint.message} ${quote(entry.value)}`,
            });
        } else remarks.push(...remarkOn(entry, media.kind, 'reason' in media ? media.reason : ''));
      }
      for (const [tag, companions] of groupMeshEntries(meshes)) {
        const named = companions.map((file) => `"${file.tag}"`).join(' and ');
        const message = `Took ${named} as parts of the mesh "${tag}".`;
        remarks.push({ quirk: 12, severity: 'info', message });
      }
      return remarks;
    },
  };
}

function remarkOn(
  { tag, value, modality }: ModalEntry,
  kind: 'inline' | 'url' | 'missing' | 'refused',
  reason: string,
): MediaRemark[] {
  switch (kind) {
    case 'inline':
      return isInlineByNature(modality)
        ? []
        : [
            {
              quirk: 15,
              severity: 'info',
              message: `Took the value of "${tag}" as its content: it is no path. ${quote(value)}`,
            },
          ];
    case 'url':
      return [
        {
          quirk: 10,
          severity: 'info',
          message: `Left "${tag}" on its host; nothing is downloaded unasked. ${quote(value)}`,
        },
      ];
    case 'missing':
      return [
        {
          quirk: 10,
          severity: 'warning',
          message:
            value.trim() === ''
              ? `Cannot find the file of "${tag}": its value is empty.`
              : `Cannot find the file of "${tag}". Put it under the dataset's folder. ${quote(value)}`,
        },
      ];
    case 'refused':
      return [
        {
          code: 'path-refused',
          severity: 'error',
          message: `Refused the path of "${tag}": ${reason} ${quote(value)}`,
        },
      ];
  }
}

const isInlineByNature = (modality: ModalityId) => modality === 'code' || modality === 'text';

async function describeFile(path: string): Promise<MediaRemark | undefined> {
  try {
    const { broken, warnings } = await readMediaFacts(path);
    if (broken !== undefined) return { quirk: 14, severity: 'warning', message: broken };
    const [warning] = warnings;
    return warning === undefined ? undefined : { quirk: 14, severity: 'info', message: warning };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { quirk: 14, severity: 'warning', message };
  }
}

function quote(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 80 ? `"${line.slice(0, 80)}…"` : `"${line}"`;
}
