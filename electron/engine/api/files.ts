import { AppError } from '../../../shared/api/errors.ts';
import { isBlindId } from '../media/blind-ids.ts';
import { listFolder } from '../project/list-folder.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `files.*`: folders to choose from, and showing a media file outside of the app. */
export function createFilesHandlers(workspace: Workspace): HandlersOf<'files'> {
  const pathOf = (mediaId: string) => {
    if (!isBlindId(mediaId)) return workspace.required().media().resolve(mediaId).path;
    const why = 'its place tells whose it is. Show the model first.';
    throw new AppError('unsupported', `Cannot show the file outside of Loupe: ${why}`);
  };
  const shell = () => {
    if (workspace.options.shell !== undefined) return workspace.options.shell;
    throw new AppError(
      'unsupported',
      'Cannot show the file outside of Loupe: this host has no desktop. Copy its path instead.',
    );
  };
  return {
    'files.list': ({ dir }) => listFolder(dir),
    'files.reveal': async ({ mediaId }) => {
      await shell().reveal(pathOf(mediaId));
      return {};
    },
    'files.openExternally': async ({ mediaId }) => {
      await shell().open(pathOf(mediaId));
      return {};
    },
  };
}
