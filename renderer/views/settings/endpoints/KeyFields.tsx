import { ClipboardPaste, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { EndpointKey, KeyPlace } from '../../../../shared/model/endpoint.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { SelectField } from '../../../components/field/SelectField.tsx';
import { TextField } from '../../../components/field/TextField.tsx';
import { latest } from '../../../stores/async-data.ts';
import { removeKey, saveKeyFromClipboard, useKeys } from '../../../stores/keys-store.ts';
import { looksLikeKey, type EndpointDraft } from '../../../stores/settings-draft.ts';
import { ROLE_LABELS } from '../../../components/roles/role-labels.ts';
import styles from './EndpointForm.module.css';

const NOT_A_KEY =
  'That looked like a key, so it was not taken. Keys are never typed here: give the name of the place that holds it.';

/** Where the key is: the NAME of a variable or of an entry in the key store. No key is ever typed. */
export function KeyFields({
  role,
  endpoint,
  place,
  error,
  onEdit,
}: {
  readonly role: EndpointKey;
  readonly endpoint: EndpointDraft;
  readonly place: KeyPlace | undefined;
  readonly error: (name: keyof EndpointDraft) => string | undefined;
  readonly onEdit: (part: Partial<EndpointDraft>) => void;
}) {
  const places = useKeys((state) => latest(state.places));
  const [isRefused, setRefused] = useState(false);
  const environment = places?.environment ?? [];
  const setName = (apiKeyEnv: string) => {
    const isKey = looksLikeKey(apiKeyEnv.trim());
    setRefused(isKey);
    onEdit({ apiKeyEnv: isKey ? '' : apiKeyEnv });
  };
  return (
    <fieldset className={styles.group}>
      <legend>Key</legend>
      <div className={styles.half}>
        <TextField
          label="Environment variable"
          value={endpoint.apiKeyEnv}
          isCode
          placeholder="none"
          suggestions={environment}
          error={isRefused ? NOT_A_KEY : error('apiKeyEnv')}
          hint={hintOf(endpoint.apiKeyEnv.trim(), environment, place)}
          onChange={setName}
        />
      </div>
      {places?.canStore === true ? (
        <StoredKey role={role} endpoint={endpoint} stored={places.stored} onEdit={onEdit} />
      ) : (
        <p className={`${styles.half} ${styles.note}`}>
          Keys are read from the environment that Loupe was started with. Here is no key store that
          encrypts; the desktop app has one on most systems. Endpoints of your own machines often
          need no key.
        </p>
      )}
    </fieldset>
  );
}

function hintOf(name: string, environment: readonly string[], place: KeyPlace | undefined) {
  if (name === '') return 'The variable’s name, never the key itself.';
  if (environment.includes(name)) return `${name} is set.`;
  if (place?.from === 'env')
    return place.isThere ? `${name} is set.` : `${name} is not set where Loupe was started.`;
  return 'The variable’s name, never the key itself. Save or test to see whether it is set.';
}

/** An entry of the key store, and how a key gets into it without passing through this page. */
function StoredKey({
  role,
  endpoint,
  stored,
  onEdit,
}: {
  readonly role: EndpointKey;
  readonly endpoint: EndpointDraft;
  readonly stored: readonly string[];
  readonly onEdit: (part: Partial<EndpointDraft>) => void;
}) {
  const commandError = useKeys((state) => state.commandError);
  const chosen = endpoint.apiKeyStored;
  const names = chosen === '' || stored.includes(chosen) ? stored : [chosen, ...stored];
  const name = chosen || `Loupe ${ROLE_LABELS[role].label}`;
  const save = async () => {
    if (await saveKeyFromClipboard(name)) onEdit({ apiKeyStored: name });
  };
  return (
    <>
      <div className={styles.half}>
        <SelectField
          label="Or an entry of the system’s key store"
          value={chosen}
          options={[
            ['', 'none'],
            ...names.map(
              (each) => [each, stored.includes(each) ? each : `${each} (not there)`] as const,
            ),
          ]}
          hint="Looked at when the variable is not set."
          onChange={(apiKeyStored) => onEdit({ apiKeyStored })}
        />
      </div>
      <div className={`${styles.full} ${styles.inline}`}>
        <Button onClick={() => void save()}>
          <ClipboardPaste size={13} aria-hidden="true" /> Keep the key on the clipboard as “{name}”
        </Button>
        {stored.includes(chosen) && (
          <Button
            variant="quiet"
            onClick={() => {
              void removeKey(chosen);
              onEdit({ apiKeyStored: '' });
            }}
          >
            <Trash2 size={13} aria-hidden="true" /> Remove it from the key store
          </Button>
        )}
      </div>
      <p className={`${styles.full} ${styles.note}`}>
        Copy the key where you have it, then press the button. The app takes it from the clipboard,
        keeps it encrypted by the system and empties the clipboard; this page never sees it.
      </p>
      {commandError !== undefined && (
        <div className={styles.full}>
          <ErrorText error={commandError} />
        </div>
      )}
    </>
  );
}
