import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { useAction } from '../../hooks/use-action.ts';
import { latest } from '../../stores/async-data.ts';
import { changedParts } from '../../stores/settings-draft.ts';
import { discardSettings, saveSettings, useSettings } from '../../stores/settings-store.ts';
import { ROLE_LABELS } from '../../components/roles/role-labels.ts';
import styles from './SaveBar.module.css';
import type { EndpointKey } from '../../../shared/model/endpoint.ts';

/** What is not saved yet, and what keeps it from being saved; nothing when all is. */
export function SaveBar() {
  const { draft, errors, isSaving, saveError } = useSettings();
  const kept = useSettings((state) => latest(state.kept));
  const isChanged = draft !== undefined && kept !== undefined;
  useAction('settings.save', isChanged ? () => void saveSettings() : undefined);
  if (!isChanged) return null;
  const wrong = [...new Set(Object.keys(errors).map((field) => partOf(field)))];
  return (
    <>
      {saveError !== undefined && (
        <div className={styles.error}>
          <ErrorText error={saveError} />
        </div>
      )}
      <footer className={styles.bar} role="group" aria-label="Unsaved changes">
        <p className={styles.words} data-wrong={wrong.length > 0 || undefined} role="status">
          {wrong.length > 0
            ? `Cannot save yet: a field of ${namesOf(wrong)} is wrong, see there.`
            : `Not saved yet: ${namesOf(changedParts(draft, kept.settings))}.`}
        </p>
        <Button onClick={discardSettings}>Discard</Button>
        <Button
          variant="primary"
          action="settings.save"
          isDisabled={isSaving}
          onClick={() => void saveSettings()}
        >
          Save
        </Button>
      </footer>
    </>
  );
}

/** `captioner.image.baseUrl` → `captioner.image`. */
function partOf(field: string): string {
  return field.slice(0, field.lastIndexOf('.'));
}

function namesOf(parts: readonly string[]): string {
  return parts
    .map((part) => (part === 'scoring' ? 'Scoring' : ROLE_LABELS[part as EndpointKey].label)) // parts are roles else
    .join(', ');
}
