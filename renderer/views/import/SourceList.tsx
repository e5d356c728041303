import { Trash2 } from 'lucide-react';
import { Button } from '../../components/button/Button.tsx';
import { IconButton } from '../../components/button/IconButton.tsx';
import { Spinner } from '../../components/spinner/Spinner.tsx';
import { baseName, ROLES, type Role, type Source } from '../../stores/import-draft.ts';
import { needsModel, removeSource, setModel, setRole } from '../../stores/import-draft-store.ts';
import { chooseNativeFolder } from '../../stores/native-import-store.ts';
import { navigate } from '../../stores/route-store.ts';
import { describeInspection, mayBeNative, whyUnreadable } from './describe-inspection.ts';
import styles from './SourceList.module.css';

const ROLE_LABELS: Readonly<Record<Role, string>> = {
  dataset: 'Dataset',
  predictions: 'Predictions',
  results: 'Result file',
  captions: 'Captions',
  ratings: 'Ratings',
  capabilities: 'Capabilities',
};

/** The sources added so far: what each was found to be, and as what it will be read. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <ul className={styles.list} aria-label="Added files">
      {sources.map((source) => (
        <li key={source.path} className={styles.source}>
          <select
            aria-label={`What ${baseName(source.path)} is`}
            className={styles.role}
            data-unknown={source.role === undefined || undefined}
            value={source.role ?? ''}
            onChange={(event) =>
              setRole(
                source.path,
                ROLES.find((r) => r === event.target.value),
              )
            }
          >
            <option value="">
              {source.inspection.status === 'loading' ? 'Looking…' : 'Choose…'}
            </option>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {ROLE_LABELS[role]}
              </option>
            ))}
          </select>
          <div className={styles.what}>
            <p className={styles.path} data-tip={source.path}>
              <bdi>{source.path}</bdi>
            </p>
            <Inspection source={source} />
          </div>
          {needsModel(source) && (
            <label className={styles.model}>
              Model
              <input
                value={source.model}
                placeholder="Name"
                spellCheck={false}
                maxLength={120}
                onChange={(event) => setModel(source.path, event.target.value)}
              />
            </label>
          )}
          <IconButton
            label={`Remove ${baseName(source.path)}`}
            onClick={() => removeSource(source.path)}
          >
            <Trash2 size={15} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function Inspection({ source }: { readonly source: Source }) {
  const { inspection } = source;
  switch (inspection.status) {
    case 'idle':
      return null;
    case 'loading':
      return (
        <p className={styles.facts}>
          <Spinner label={`Looking at ${baseName(source.path)}`} /> Reading the files
        </p>
      );
    case 'failed':
      return <p className={styles.failed}>{inspection.error.message}</p>;
    case 'ready': {
      const reason = whyUnreadable(inspection.data);
      return reason === undefined ? (
        <p className={styles.facts}>{describeInspection(inspection.data, source.role)}</p>
      ) : (
        <div className={styles.failed}>
          <p>{reason}</p>
          {mayBeNative(inspection.data, source.path) && (
            <Button variant="quiet" onClick={() => openAsNative(source.path)}>
              Is it another system’s output?
            </Button>
          )}
        </div>
      );
    }
  }
}

/** A folder in which there is no record of UniM's may be MIO's, AnyGPT's, …; the wizard tells. */
function openAsNative(path: string): void {
  removeSource(path);
  navigate({ view: { show: 'native' } });
  void chooseNativeFolder(path);
}
