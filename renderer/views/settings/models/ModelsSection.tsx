import { useEffect } from 'react';
import { Boxes } from 'lucide-react';
import { MODALITIES, COUNTED_MODALITIES } from '../../../../shared/model/modality.ts';
import type { ModelManifest } from '../../../../shared/model/settings.ts';
import { EmptyState } from '../../../components/empty-state/EmptyState.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { latest } from '../../../stores/async-data.ts';
import { loadManifests, saveManifest, useManifests } from '../../../stores/manifests-store.ts';
import styles from './ModelsSection.module.css';

/** Which input modalities each model takes: τ is the share of instances that it supports. */
export function ModelsSection() {
  const state = useManifests(({ manifests }) => manifests);
  const commandError = useManifests((all) => all.commandError);
  useEffect(() => void loadManifests(), []);
  const data = latest(state);
  if (state.status === 'failed') return <ErrorText error={state.error} />;
  if (data === undefined) return <Spinner label="Loading the models" />;
  if (data.manifests.length === 0)
    return (
      <EmptyState
        icon={Boxes}
        title="No model is in the project"
        hint="Import predictions; each model then gets a line here."
      />
    );
  return (
    <div className={styles.section}>
      <p className={styles.words}>
        A model supports an instance when it takes all of its inputs. τ is the share that it
        supports; absolute scores are averaged over those instances, relative ones are τ times that.
        As long as nothing is set, an instance counts as supported when the model answered it.
      </p>
      {commandError !== undefined && <ErrorText error={commandError} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">Supports</th>
            {COUNTED_MODALITIES.map((id) => (
              <th key={id} scope="col" className={styles.tick}>
                {MODALITIES[id].label}
              </th>
            ))}
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {data.manifests.map((manifest) => (
            <ModelLine key={manifest.model} manifest={manifest} shipped={data.shipped} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ModelLine({
  manifest,
  shipped,
}: {
  readonly manifest: ModelManifest;
  readonly shipped: readonly ModelManifest[];
}) {
  const { model, inputs, source } = manifest;
  const taken = shipped.find((each) => each.source === source && same(each.inputs, inputs));
  const rule = inputs === undefined ? 'answered' : (taken?.model ?? 'own');
  const choose = (next: string) => {
    const other = shipped.find((each) => each.model === next);
    if (next === 'answered') void saveManifest({ model, source: '' });
    else if (other !== undefined) void saveManifest({ ...other, model });
    else void saveManifest({ model, inputs: inputs ?? [...COUNTED_MODALITIES], source: '' });
  };
  return (
    <tr>
      <th scope="row">{model}</th>
      <td>
        <select
          aria-label={`What ${model} supports`}
          value={rule}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="answered">what it answered</option>
          <option value="own">the inputs set here</option>
          {shipped.map((each) => (
            <option key={each.model} value={each.model}>
              inputs of {each.model}
            </option>
          ))}
        </select>
      </td>
      {COUNTED_MODALITIES.map((id) => (
        <td key={id} className={styles.tick}>
          {inputs === undefined ? (
            '–'
          ) : (
            <input
              type="checkbox"
              aria-label={`${model} takes ${MODALITIES[id].label}`}
              checked={inputs.includes(id)}
              onChange={(event) =>
                void saveManifest({
                  model,
                  source: '', // it is no longer what the source says
                  inputs: event.target.checked
                    ? [...inputs, id]
                    : inputs.filter((each) => each !== id),
                })
              }
            />
          )}
        </td>
      ))}
      <td className={styles.source}>{inputs === undefined ? '' : source || 'set by hand'}</td>
    </tr>
  );
}

function same(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((each) => b.includes(each));
}
