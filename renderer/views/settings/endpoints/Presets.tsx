import { ENDPOINT_PRESETS } from '../../../../shared/model/endpoint-presets.ts';
import { EndpointSettings } from '../../../../shared/model/endpoint.ts';
import { Button } from '../../../components/button/Button.tsx';
import { draftEndpoint, type EndpointDraft } from '../../../stores/settings-draft.ts';
import styles from './EndpointForm.module.css';
import { findPreset } from './find-preset.ts';

/** Fills the form for a vendor or a server of one's own; the place of a key that was set stays. */
export function Presets({
  endpoint,
  onEdit,
}: {
  readonly endpoint: EndpointDraft;
  readonly onEdit: (part: Partial<EndpointDraft>) => void;
}) {
  const chosen = findPreset(endpoint.baseUrl);
  return (
    <div className={styles.presets} role="group" aria-label="Begin with">
      Begin with
      {ENDPOINT_PRESETS.map(({ id, label, settings }) => (
        <Button
          key={id}
          isPressed={id === chosen?.id}
          onClick={() => {
            const filled = draftEndpoint(EndpointSettings.parse(settings));
            const { apiKeyStored } = endpoint;
            const apiKeyEnv = filled.apiKeyEnv || endpoint.apiKeyEnv;
            onEdit({ ...filled, apiKeyEnv, apiKeyStored });
          }}
        >
          {label}
        </Button>
      ))}
      {chosen !== undefined && <p className={styles.note}>{chosen.note}</p>}
    </div>
  );
}
