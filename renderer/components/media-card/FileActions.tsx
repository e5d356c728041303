import type { Item } from '../../../shared/model/content.ts';
import type { MediaServices } from '../../modalities/define.ts';

/** What can be done with the file outside of the app, where the host can. */
export function FileActions({
  item,
  services,
}: {
  readonly item: Item;
  readonly services: MediaServices;
}) {
  const { media } = item;
  if (media.kind !== 'file') return undefined;
  const { id } = media.ref;
  const { reveal, openExternally } = services;
  return (
    <>
      {reveal !== undefined && (
        <button type="button" onClick={() => reveal(id)}>
          Reveal file
        </button>
      )}
      {openExternally !== undefined && (
        <button type="button" onClick={() => openExternally(id)}>
          Open externally
        </button>
      )}
    </>
  );
}
