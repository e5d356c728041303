import { useState, type ReactNode } from 'react';
import { Button } from '../components/button/Button.tsx';
import { SelectField } from '../components/field/SelectField.tsx';
import { TextField } from '../components/field/TextField.tsx';
import type { ExportPlace } from '../stores/export-place.ts';
import { useHost } from '../stores/host-store.ts';
import styles from './use-export-place.module.css';
import { usePathChooser } from './use-path-chooser.tsx';

interface Question {
  /** The file's name when it is downloaded; undefined for what is not one file. */
  readonly download: string | undefined;
  readonly path: string;
  readonly onPath: (path: string) => void;
  /** Of the field for the path. */
  readonly label: 'File' | 'Folder';
  readonly hint: string;
  /** The last part of a path in a folder that was chosen. */
  readonly nameIn: string;
}

/**
 * Asks where an export goes: to the browser where the host hands files out, else to a path on the engine's
 * machine. The caller draws `fields`, and outside of its form `dialog`; `place` is undefined while a path
 * is missing.
 */
export function useExportPlace({ download, path, onPath, label, hint, nameIn }: Question): {
  readonly fields: ReactNode;
  readonly dialog: ReactNode;
  readonly place: ExportPlace | undefined;
  /** Of the button. */
  readonly verb: 'Download' | 'Export';
} {
  const canDownload = useHost()?.capabilities.downloads === true && download !== undefined;
  const [isDownload, setDownload] = useState(true);
  const chooser = usePathChooser();
  const isPath = !canDownload || !isDownload;
  const fields = (
    <>
      {canDownload && (
        <SelectField
          label="Where"
          value={isDownload ? 'download' : 'path'}
          options={WHERE}
          hint={isDownload ? `As “${download}”; no copy of it stays in Loupe.` : undefined}
          onChange={(next) => setDownload(next === 'download')}
        />
      )}
      {isPath && (
        <div className={styles.path}>
          <TextField
            label={label}
            value={path}
            isCode
            hint={hint}
            error={path.trim() === '' ? 'Say where' : undefined}
            onChange={onPath}
          />
          <Button
            onClick={() =>
              chooser.ask({
                title: 'Folder for the export',
                kind: 'folder',
                onChoose: ([dir]) => {
                  if (dir !== undefined) onPath(inFolder(dir, nameIn));
                },
              })
            }
          >
            Folder…
          </Button>
        </div>
      )}
    </>
  );
  const { dialog } = chooser;
  if (isPath) return { fields, dialog, place: placeOf(path), verb: 'Export' };
  return { fields, dialog, place: { download }, verb: 'Download' };
}

const WHERE = [
  ['download', 'Download with this browser'],
  ['path', 'Save to a path on this machine'],
] as const;

function placeOf(path: string): ExportPlace | undefined {
  return path.trim() === '' ? undefined : { path: path.trim() };
}

/** With the separator that the folder's own path has. */
function inFolder(dir: string, name: string): string {
  const separator = dir.includes('\\') && !dir.includes('/') ? '\\' : '/';
  return `${dir.replace(/[\\/]$/, '')}${separator}${name}`;
}
