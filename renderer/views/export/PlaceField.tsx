import { Button } from '../../components/button/Button.tsx';
import { TextField } from '../../components/field/TextField.tsx';
import { usePathChooser } from '../../hooks/use-path-chooser.tsx';
import type { ExportChoice } from './export-choice.ts';
import styles from './ExportView.module.css';

/** Where it is written, on the engine's machine. */
export function PlaceField({
  choice,
  onPath,
}: {
  readonly choice: ExportChoice;
  readonly onPath: (path: string) => void;
}) {
  const chooser = usePathChooser();
  const { path, kind, ending } = choice;
  const isFolder = kind === 'bundle' && ending === '';
  return (
    <div className={styles.path}>
      <TextField
        label={isFolder ? 'Folder' : 'File'}
        value={path}
        isCode
        hint={
          isFolder
            ? 'One that does not exist yet; a bundle that is there is replaced.'
            : 'A file that is there is replaced, but none that was imported.'
        }
        error={path.trim() === '' ? 'Say where' : undefined}
        onChange={onPath}
      />
      <Button
        onClick={() =>
          chooser.ask({
            title: 'Folder for the export',
            kind: 'folder',
            onChoose: ([dir]) => {
              if (dir !== undefined) onPath(inFolder(dir, path));
            },
          })
        }
      >
        Folder…
      </Button>
      {chooser.dialog}
    </div>
  );
}

function inFolder(dir: string, path: string): string {
  const separator = dir.includes('\\') && !dir.includes('/') ? '\\' : '/';
  const name = path.split(/[\\/]/).at(-1) ?? '';
  return `${dir.replace(/[\\/]$/, '')}${separator}${name}`;
}
