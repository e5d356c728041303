import { ArrowUp, FileJson, Folder, FolderSearch } from 'lucide-react';
import { useEffect, useState, type SyntheticEvent } from 'react';
import type { FileListing } from '../../../shared/api/host.ts';
import { Button } from '../button/Button.tsx';
import { IconButton } from '../button/IconButton.tsx';
import { Dialog } from '../dialog/Dialog.tsx';
import { formatBytes } from '../file-size/format-bytes.ts';
import styles from './FolderBrowser.module.css';

/** Entries drawn of one folder; a larger one is reached by typing its path. */
const LIMIT = 400;

/** Chooses a folder or a data file on the engine's machine, where there is no system dialog. */
export function FolderBrowser({
  title,
  kind,
  list,
  onChoose,
  onClose,
}: {
  readonly title: string;
  readonly kind: 'folder' | 'any';
  readonly list: (dir: string | undefined, signal: AbortSignal) => Promise<FileListing>;
  readonly onChoose: (path: string) => void;
  readonly onClose: () => void;
}) {
  const [wanted, setWanted] = useState<string>();
  const [listing, setListing] = useState<FileListing>();
  const [error, setError] = useState<string>();
  const [typed, setTyped] = useState<string>();

  useEffect(() => {
    const aborter = new AbortController();
    list(wanted, aborter.signal)
      .then((next) => {
        setListing(next);
        setError(undefined);
        setTyped(undefined);
      })
      .catch((reason: unknown) => {
        if (!aborter.signal.aborted)
          setError(reason instanceof Error ? reason.message : String(reason));
      });
    return () => aborter.abort();
  }, [list, wanted]);

  const path = typed ?? listing?.dir ?? '';
  const go = (event: SyntheticEvent) => {
    event.preventDefault();
    setWanted(path);
  };
  const entries = (listing?.entries ?? []).filter(
    (entry) => entry.kind === 'folder' || kind === 'any',
  );
  return (
    <Dialog title={title} width={640} onClose={onClose}>
      <form className={styles.bar} onSubmit={go}>
        <IconButton
          label="Parent folder"
          isDisabled={listing?.parent === undefined}
          onClick={() => setWanted(listing?.parent)}
        >
          <ArrowUp size={15} />
        </IconButton>
        <input
          aria-label="Path"
          data-autofocus
          className={styles.path}
          value={path}
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">Go</Button>
      </form>
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <ul className={styles.list} aria-label="Folder content" tabIndex={-1}>
        {entries.slice(0, LIMIT).map((entry) => (
          <li key={entry.path}>
            <button
              type="button"
              className={styles.entry}
              onClick={() =>
                entry.kind === 'folder' ? setWanted(entry.path) : onChoose(entry.path)
              }
            >
              {entry.isProject ? (
                <FolderSearch size={15} aria-hidden="true" />
              ) : entry.kind === 'folder' ? (
                <Folder size={15} aria-hidden="true" />
              ) : (
                <FileJson size={15} aria-hidden="true" />
              )}
              <span>{entry.name}</span>
              {entry.isProject && <small>Loupe project</small>}
              {entry.sizeBytes !== undefined && <small>{formatBytes(entry.sizeBytes)}</small>}
            </button>
          </li>
        ))}
        {listing !== undefined && entries.length === 0 && (
          <li className={styles.none}>Nothing here that can be opened</li>
        )}
        {entries.length > LIMIT && (
          <li className={styles.none}>
            {entries.length - LIMIT} more: type the path of the one you mean
          </li>
        )}
      </ul>
      <footer className={styles.footer}>
        <span>{kind === 'any' ? 'Click a file, or take the folder that is open.' : ''}</span>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          isDisabled={listing === undefined}
          onClick={() => listing !== undefined && onChoose(typed?.trim() || listing.dir)}
        >
          Choose this folder
        </Button>
      </footer>
    </Dialog>
  );
}
