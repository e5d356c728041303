import type { EndpointTakes } from '../../../../shared/model/endpoint.ts';
import { CheckField } from '../../../components/field/CheckField.tsx';
import { SelectField } from '../../../components/field/SelectField.tsx';
import type { EndpointDraft } from '../../../stores/settings-draft.ts';
import styles from './EndpointForm.module.css';

const JSON_FORMS = [
  ['json_schema', 'a JSON schema'],
  ['json_object', 'any JSON object'],
  ['text', 'plain text only'],
] as const satisfies readonly (readonly [EndpointTakes['json'], string])[];

const MEDIA = ['image', 'audio', 'video'] as const;

/** What the endpoint takes: found out from what it answers, or set. */
export function TakesFields({
  endpoint,
  onEdit,
}: {
  readonly endpoint: EndpointDraft;
  readonly onEdit: (part: Partial<EndpointDraft>) => void;
}) {
  const { takes } = endpoint;
  const json = takes?.json ?? 'auto';
  return (
    <>
      <div className={styles.wide}>
        <SelectField
          label="Answers can be held to"
          value={json}
          options={[['auto', 'found out from what it answers'], ...JSON_FORMS]}
          onChange={(next) =>
            onEdit({
              takes:
                next === 'auto'
                  ? undefined
                  : { image: true, audio: false, video: false, ...takes, json: next },
            })
          }
        />
      </div>
      {takes !== undefined && (
        <div className={`${styles.full} ${styles.inline}`} role="group" aria-label="It takes">
          It takes
          {MEDIA.map((medium) => (
            <CheckField
              key={medium}
              label={medium}
              isChecked={takes[medium]}
              onChange={(isTaken) => onEdit({ takes: { ...takes, [medium]: isTaken } })}
            />
          ))}
        </div>
      )}
      <div className={styles.full}>
        <CheckField
          label="Ask through the Batch API"
          hint="Cheaper where the vendor has one; answers come within a day instead of at once."
          isChecked={endpoint.useBatch}
          onChange={(useBatch) => onEdit({ useBatch })}
        />
      </div>
    </>
  );
}
