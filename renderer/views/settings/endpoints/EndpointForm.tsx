import { FlaskConical, Trash2 } from 'lucide-react';
import type { EndpointKey, KeyPlace } from '../../../../shared/model/endpoint.ts';
import { Button } from '../../../components/button/Button.tsx';
import { TextField } from '../../../components/field/TextField.tsx';
import { useAction } from '../../../hooks/use-action.ts';
import {
  forgetTest,
  testEndpoint,
  useEndpointTests,
} from '../../../stores/endpoint-tests-store.ts';
import { parseEndpoint, type EndpointDraft } from '../../../stores/settings-draft.ts';
import { editEndpoint, showErrors, useSettings } from '../../../stores/settings-store.ts';
import { ROLE_LABELS } from '../../../components/roles/role-labels.ts';
import styles from './EndpointForm.module.css';
import { findPreset } from './find-preset.ts';
import { KeyFields } from './KeyFields.tsx';
import { Presets } from './Presets.tsx';
import { TakesFields } from './TakesFields.tsx';
import { TestResults } from './TestResults.tsx';

/** What a test was asked with: of another address, model or key it says nothing. */
const ASKED_WITH = ['baseUrl', 'model', 'apiKeyEnv', 'apiKeyStored'] as const;

/** One endpoint: where it is, how it is paid for and held back, and what it answers when tested. */
export function EndpointForm({
  role,
  endpoint,
  place,
}: {
  readonly role: EndpointKey;
  readonly endpoint: EndpointDraft;
  /** Where the key of the kept settings comes from; absent while nothing is kept for the role. */
  readonly place: KeyPlace | undefined;
}) {
  const errors = useSettings((state) => state.errors);
  const isTesting = useEndpointTests((state) => state.tests[role]?.status === 'loading');
  const { label, hint } = ROLE_LABELS[role];
  const edit = (part: Partial<EndpointDraft>) => {
    if (ASKED_WITH.some((name) => name in part)) forgetTest(role);
    editEndpoint(role, { ...endpoint, ...part });
  };
  const field = (name: keyof EndpointDraft) => errors[`${role}.${name}`];
  const test = () => {
    const parsed = parseEndpoint(endpoint);
    if (parsed.status === 'ok') void testEndpoint(role, parsed.value);
    else showErrors(role, parsed.errors);
  };
  useAction('settings.test', test);
  /** A text field for one entry of the draft. */
  const text = (name: TextEntry) => ({
    value: endpoint[name],
    error: field(name),
    onChange: (value: string) => edit({ [name]: value }),
  });
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault(); // Enter in a field tests nothing and saves nothing by itself
      }}
    >
      <header>
        <div>
          <h2>{label}</h2>
          <p>{hint}</p>
        </div>
        <Button variant="quiet" onClick={() => editEndpoint(role, undefined)}>
          <Trash2 size={13} aria-hidden="true" /> Remove
        </Button>
        <Button action="settings.test" isDisabled={isTesting} onClick={test}>
          <FlaskConical size={13} aria-hidden="true" /> Test
        </Button>
      </header>
      <Presets endpoint={endpoint} onEdit={edit} />
      <TestResults role={role} onTake={(takes) => edit({ takes })} taken={endpoint.takes} />
      <fieldset className={styles.group}>
        <legend>Address</legend>
        <div className={styles.wide}>
          <TextField
            label="Base URL"
            {...text('baseUrl')}
            isCode
            placeholder="http://127.0.0.1:8000/v1"
          />
        </div>
        <TextField
          label="Model"
          {...text('model')}
          isCode
          suggestions={findPreset(endpoint.baseUrl)?.models ?? []}
        />
      </fieldset>
      <KeyFields role={role} endpoint={endpoint} place={place} error={field} onEdit={edit} />
      <fieldset className={styles.group}>
        <legend>Limits</legend>
        <TextField label="Requests at once" {...text('concurrency')} isNumber />
        <TextField
          label="Requests a minute"
          {...text('requestsPerMinute')}
          isNumber
          placeholder="no limit"
        />
        <TextField label="Time one may take" {...text('timeoutSeconds')} isNumber suffix="s" />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>Price and answers</legend>
        <TextField
          label="Tokens in"
          {...text('usdPerMTokIn')}
          isNumber
          placeholder="unknown"
          suffix="$ / M"
        />
        <TextField
          label="Tokens out"
          {...text('usdPerMTokOut')}
          isNumber
          placeholder="unknown"
          suffix="$ / M"
        />
        <TextField
          label="Longest answer"
          {...text('maxTokens')}
          isNumber
          placeholder="as it likes"
          suffix="tokens"
        />
        <TextField
          label="Temperature"
          {...text('temperature')}
          isNumber
          placeholder="not sent"
          hint="Reasoning models refuse it."
        />
        <TakesFields endpoint={endpoint} onEdit={edit} />
      </fieldset>
    </form>
  );
}

type TextEntry = {
  [K in keyof EndpointDraft]: EndpointDraft[K] extends string ? K : never;
}[keyof EndpointDraft];
