import { useState, type SyntheticEvent } from 'react';
import { NATIVE_SYSTEMS, NativeSystem, type NativeLook } from '../../../../shared/model/native.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { formatCounted } from '../../../components/score/format-score.ts';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { useFileDrop } from '../../../hooks/use-file-drop.ts';
import { usePathChooser } from '../../../hooks/use-path-chooser.tsx';
import {
  changeNative,
  chooseNativeFolder,
  useNative,
} from '../../../stores/native-import-store.ts';
import styles from './NativeWizard.module.css';

/** Which folder, and whose it is. */
export function FolderStep() {
  const dir = useNative((state) => state.draft.dir);
  const [typed, setTyped] = useState<string>();
  const chooser = usePathChooser();
  const choose = ([path]: readonly string[]) => {
    if (path === undefined) return;
    setTyped(undefined);
    void chooseNativeFolder(path);
  };
  const drop = useFileDrop(choose, () => undefined);
  const path = typed ?? dir;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const clean = path.trim().replace(/^(["'])(.*)\1$/, '$2');
    if (clean !== '') choose([clean]);
  };
  return (
    <section
      className={styles.step}
      data-over={drop.isOver || undefined}
      aria-labelledby="native-folder"
      {...drop.handlers}
    >
      <h2 id="native-folder">Folder</h2>
      <form className={styles.path} onSubmit={submit}>
        <input
          aria-label="Folder that the system wrote to"
          placeholder="Choose, drop or paste the folder that the system wrote to"
          spellCheck={false}
          value={path}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          onClick={() =>
            chooser.ask({ title: 'The system’s folder', kind: 'folder', onChoose: choose })
          }
        >
          Choose…
        </Button>
        <Button type="submit" isDisabled={path.trim() === ''}>
          Look at it
        </Button>
      </form>
      <Look />
      {chooser.dialog}
    </section>
  );
}

function Look() {
  const look = useNative((state) => state.look);
  const system = useNative((state) => state.draft.system);
  switch (look.status) {
    case 'idle':
      return null;
    case 'loading':
      return <Spinner label="Looking at the folder" />;
    case 'failed':
      return <ErrorText error={look.error} hasHelp={false} />;
    case 'ready':
      return look.data.system === undefined ? (
        <Unknown look={look.data} />
      ) : (
        <div className={styles.found} role="status">
          <select
            aria-label="System"
            value={system}
            onChange={(event) =>
              changeNative({ system: NativeSystem.options.find((id) => id === event.target.value) })
            }
          >
            {NativeSystem.options.map((id) => (
              <option key={id} value={id}>
                {NATIVE_SYSTEMS[id].label}
              </option>
            ))}
          </select>
          <p>
            Holds {look.data.evidence}: {formatCounted(look.data.samples, 'answer')},{' '}
            {formatCounted(look.data.files, 'file')} beside them.
          </p>
        </div>
      );
  }
}

function Unknown({ look }: { readonly look: NativeLook }) {
  return (
    <div className={styles.unknown} role="status">
      <p>This is no folder of a system that is known: {look.evidence}. What each of them writes:</p>
      <ul>
        {Object.values(NATIVE_SYSTEMS).map(({ label, holds }) => (
          <li key={label}>
            <b>{label}</b> {holds}
          </li>
        ))}
      </ul>
    </div>
  );
}
