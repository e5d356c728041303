// The assets of one folder with their files: which file a path in the answer means, and what is left.
import { basename, extname } from 'node:path';
import type { ModalityId } from '../../../../../shared/model/modality.ts';
import type { NativeProblem } from '../../../../../shared/model/native.ts';
import { modalityOfFile } from '../answer-text.ts';
import type { NativeFile } from '../types.ts';
import type { Asset, Registry } from './registry.ts';

/** An asset's files: itself, and what belongs to it by name, as the material of a mesh. */
export interface Shelved {
  readonly asset: Asset | undefined;
  readonly modality: ModalityId | undefined;
  readonly files: readonly NativeFile[];
}

interface RoundAssets {
  readonly turn: string;
  readonly assets: readonly { readonly modality: ModalityId; readonly file: NativeFile }[];
}

export interface Shelf {
  /** What a path in an answer means; by its name, as the folder may have moved. */
  readonly take: (path: string) => Shelved | undefined;
  readonly turnOf: (path: string) => string | undefined;
  readonly isAsset: (fileName: string) => boolean;
  /** By round, the assets that no other one was made from. */
  readonly lastOfRounds: () => readonly RoundAssets[];
  /** Assets and files that no answer names, with the reason where there is one. */
  readonly sayWhatIsLeft: (problems: NativeProblem[]) => void;
}

/** A path of any system: the last part of it. */
const nameOf = (path: string) => basename(path.replaceAll('\\', '/'));

export function createShelf(
  { assets }: Registry,
  source: NativeFile,
  files: readonly NativeFile[],
): Shelf {
  const fileOf = new Map(files.map((file) => [file.name, file]));
  const byUrl = new Map(assets.map((asset) => [asset.url, asset]));
  const byNames = new Map(assets.map((asset) => [nameOf(asset.url), asset]));
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const find = (path: string) => byUrl.get(path) ?? byNames.get(nameOf(path)) ?? byId.get(path);
  const taken = new Set<string>();
  const needed = new Set(assets.flatMap(({ dependsOn }) => dependsOn));

  // a line may say more behind the path, as "(1024x1024)"
  const isKnown = (path: string) => find(path) !== undefined || fileOf.has(nameOf(path));

  function filesOf(name: string): NativeFile[] {
    const file = fileOf.get(name);
    if (file === undefined) return [];
    return [
      file,
      ...(extname(name).toLowerCase() === '.obj'
        ? besideMesh(file, files).filter((other) => !byNames.has(other.name))
        : []),
    ];
  }

  return {
    take(given) {
      const path = isKnown(given) ? given : given.replace(/\s+[([][^)\]]*[)\]]$/, '');
      const asset = find(path);
      const own = filesOf(asset === undefined ? nameOf(path) : nameOf(asset.url));
      if (asset === undefined && own.length === 0) return undefined;
      for (const file of own) taken.add(file.name);
      const modality = asset?.modality ?? modalityOfFile(nameOf(path));
      return { asset, modality, files: own };
    },
    turnOf: (path) => find(path)?.turn,
    isAsset: (name) => byNames.has(name),
    lastOfRounds() {
      const last = assets.flatMap((asset) => {
        const file = fileOf.get(nameOf(asset.url));
        if (file === undefined || needed.has(asset.id)) return [];
        taken.add(file.name);
        const modality = asset.modality ?? modalityOfFile(file.name) ?? 'document';
        return [{ turn: asset.turn ?? '1', modality, file }];
      });
      return [...Map.groupBy(last, ({ turn }) => turn)].map(([turn, own]) => ({
        turn,
        assets: own,
      }));
    },
    sayWhatIsLeft(problems) {
      for (const asset of assets) {
        const file = fileOf.get(nameOf(asset.url));
        if (file === undefined || taken.has(file.name)) continue;
        taken.add(file.name);
        const users = assets.filter(({ dependsOn }) => dependsOn.includes(asset.id));
        const why =
          users.length === 0
            ? 'no answer names it'
            : `it is a step on the way to "${users.map(({ id }) => id).join('", "')}"`;
        const message = `Left out the asset "${asset.id}": ${why}. "${file.path}"`;
        problems.push({ code: 'left-out', severity: 'info', file: file.path, message });
      }
      for (const asset of assets)
        for (const need of asset.dependsOn.filter((id) => !byId.has(id))) {
          const message = `The asset "${asset.id}" depends on "${need}", which the registry does not have. "${source.path}"`;
          problems.push({ code: 'not-finished', severity: 'info', file: source.path, message });
        }
    },
  };
}

const BESIDE_MESH: ReadonlySet<string> = new Set(['.mtl', '.jpg', '.jpeg', '.png']);

function besideMesh(mesh: NativeFile, files: readonly NativeFile[]): NativeFile[] {
  const stem = mesh.name.slice(0, -extname(mesh.name).length);
  return files.filter(({ name }) => {
    const extension = extname(name);
    return BESIDE_MESH.has(extension.toLowerCase()) && name.slice(0, -extension.length) === stem;
  });
}
