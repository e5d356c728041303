import { RATED_METRICS } from '../../../../shared/model/rating.ts';
import { STRATUM_PARTS } from '../../../../shared/model/sample.ts';
import { CheckField } from '../../../components/field/CheckField.tsx';
import { SelectField } from '../../../components/field/SelectField.tsx';
import { TextField } from '../../../components/field/TextField.tsx';
import { hrefOf } from '../../../stores/route-store.ts';
import { toggled } from '../../../stores/toggled.ts';
import { METRIC_LABELS, PART_LABELS } from '../labels.ts';
import styles from './DrawForm.module.css';
import { BINNED_SCORES, wrongNumber, type NumberName, type SampleChoice } from './sample-choice.ts';

interface ChoicesProps {
  readonly choice: SampleChoice;
  readonly onChange: (part: Partial<SampleChoice>) => void;
}

function NumberField({
  choice,
  onChange,
  name,
  label,
  hint,
}: ChoicesProps & { readonly name: NumberName; readonly label: string; readonly hint?: string }) {
  return (
    <TextField
      label={label}
      value={choice[name]}
      isNumber
      error={wrongNumber(choice, name)}
      hint={hint}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
}

/** Name, how many, and by which seed. */
export function SizeChoices(props: ChoicesProps) {
  const { choice, onChange } = props;
  return (
    <div className={styles.row}>
      <TextField label="Name" value={choice.name} onChange={(name) => onChange({ name })} />
      <NumberField {...props} name="size" label="Size" />
      <NumberField {...props} name="seed" label="Seed" hint="The same seed draws the same." />
      <NumberField {...props} name="raters" label="Raters who share it" />
      {choice.raters.trim() !== '1' && (
        <NumberField {...props} name="overlap" label="Rated by all of them, %" />
      )}
    </div>
  );
}

/** What is asked, and when the curtain goes up. */
export function BlindChoices({ choice, onChange }: ChoicesProps) {
  return (
    <>
      <div className={styles.row}>
        <SelectField
          label="What is rated"
          value={choice.kind}
          options={[
            ['single', 'One response, on the judge’s scales'],
            ['pairwise', 'Two models: which is better'],
          ]}
          onChange={(kind) => onChange({ kind })}
        />
        <SelectField
          label="Model and judge are shown"
          value={choice.reveal}
          options={[
            ['each', 'behind each response, on demand'],
            ['end', 'when a rater is through'],
          ]}
          onChange={(reveal) => onChange({ reveal })}
        />
      </div>
      {choice.kind === 'single' && (
        <fieldset>
          <legend>Scales, asked in this order</legend>
          {RATED_METRICS.map((metric) => (
            <CheckField
              key={metric}
              label={METRIC_LABELS[metric]}
              isChecked={choice.metrics.includes(metric)}
              onChange={() => onChange({ metrics: toggled(choice.metrics, metric) })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

/** From what is drawn, and by which strata. */
export function PopulationChoices(
  props: ChoicesProps & { readonly models: readonly string[]; readonly hasFilter: boolean },
) {
  const { choice, onChange, models, hasFilter } = props;
  return (
    <>
      <fieldset>
        <legend>Of the responses of</legend>
        {models.length === 0 && (
          <p>
            No model has answered yet. <a href={hrefOf({ screen: 'import' })}>Import predictions</a>
          </p>
        )}
        {models.map((name) => (
          <CheckField
            key={name}
            label={name}
            isChecked={!choice.leftOut.includes(name)}
            onChange={() => onChange({ leftOut: toggled(choice.leftOut, name) })}
          />
        ))}
        {hasFilter && (
          <CheckField
            label="Only instances of the table’s filter"
            isChecked={choice.isFiltered}
            onChange={(isFiltered) => onChange({ isFiltered })}
          />
        )}
      </fieldset>
      <fieldset>
        <legend>Strata</legend>
        {STRATUM_PARTS.map((part) => (
          <CheckField
            key={part}
            label={PART_LABELS[part]}
            isChecked={choice.strata.includes(part)}
            onChange={() => onChange({ strata: toggled(choice.strata, part) })}
          />
        ))}
      </fieldset>
      <div className={styles.row}>
        <SelectField
          label="From each stratum"
          value={choice.allocation}
          options={[
            ['equal', 'the same number'],
            ['proportional', 'in proportion to its size'],
          ]}
          onChange={(allocation) => onChange({ allocation })}
        />
        {choice.strata.includes('score') && (
          <>
            <SelectField
              label="Score of the bins"
              value={choice.scoreMetric}
              options={BINNED_SCORES.map((score) => [score, score] as const)}
              onChange={(scoreMetric) => onChange({ scoreMetric })}
            />
            <NumberField {...props} name="bins" label="Bins" />
          </>
        )}
      </div>
    </>
  );
}
