import { GroupBy } from '../../../shared/model/report.ts';
import { SelectField } from '../../components/field/SelectField.tsx';
import { TextField } from '../../components/field/TextField.tsx';
import { FORMS, withForm, wrongExamples, type ExportChoice } from './export-choice.ts';
import styles from './ExportView.module.css';

interface FieldsProps {
  readonly choice: ExportChoice;
  /** Those shown, A first. */
  readonly models: readonly string[];
  readonly onChange: (part: Partial<ExportChoice>) => void;
}

/** What the chosen kind can be told. */
export function FormFields(props: FieldsProps) {
  const { choice, models, onChange } = props;
  const { kind, ending } = choice;
  const forms: readonly (readonly [string, string])[] = FORMS[kind];
  const isTitled = kind === 'bundle' || kind === 'report';
  return (
    <>
      {forms.length > 1 && (
        <SelectField
          label="Form"
          value={ending}
          options={forms}
          onChange={(next) => onChange(withForm(choice, kind, next))}
        />
      )}
      {isTitled && (
        <TextField
          label="Title"
          value={choice.title}
          error={choice.title.trim() === '' ? 'It needs a name' : undefined}
          onChange={(title) => onChange({ title })}
        />
      )}
      {kind === 'official' && <OfficialFields {...props} />}
      {kind === 'annotations' && (
        <SelectField
          label="Of which responses"
          value={choice.model}
          options={[['', 'All, and tasks and references'], ...models.map(asOption)]}
          onChange={(model) => onChange({ model })}
        />
      )}
      {kind === 'report' && <ReportFields {...props} />}
      {(isTitled || kind === 'instances') && (
        <p className={styles.hint}>
          {models.length === 0
            ? 'There are no models; only tasks and references are in it.'
            : `Models: ${models.join(', ')}. Choose others in the table of instances.`}
        </p>
      )}
      {kind === 'bundle' && (
        <p className={styles.hint}>
          A page that opens by double click, without this program and without a network; and the
          same as a project, which Loupe opens for reading.
        </p>
      )}
    </>
  );
}

const asOption = (name: string) => [name, name] as const;

function OfficialFields({ choice, models, onChange }: FieldsProps) {
  return (
    <>
      <div className={styles.row}>
        <SelectField
          label="Figures"
          value={choice.official}
          options={[
            ['sc', 'SC: semantic correctness'],
            ['ics', 'ICS: coherence and style'],
            ['gq', 'GQ: quality of the items'],
          ]}
          onChange={(official) => onChange({ official })}
        />
        <SelectField
          label="Of the model"
          value={choice.model}
          options={[['', 'Choose one'], ...models.map(asOption)]}
          onChange={(model) => onChange({ model })}
        />
      </div>
      <SelectField
        label="By whom"
        value={choice.by}
        options={[
          ['judge', 'The judge: computed figures before imported ones'],
          ['people', 'People: the mean of their ratings, marked as human'],
        ]}
        onChange={(by) => onChange({ by })}
      />
    </>
  );
}

function ReportFields({ choice, models, onChange }: FieldsProps) {
  return (
    <div className={styles.row}>
      <SelectField
        label="Tables by"
        value={choice.groupBy}
        options={[['none', 'nothing: over all only'], ...GroupBy.options.map(asGroup)]}
        onChange={(groupBy) => onChange({ groupBy })}
      />
      <TextField
        label="Examples"
        value={choice.examples}
        isNumber
        error={wrongExamples(choice)}
        hint="Instances with media, figures and words."
        onChange={(examples) => onChange({ examples })}
      />
      <SelectField
        label="Which examples"
        value={choice.exampleSort}
        options={[
          ['table', 'The first, as the table is sorted'],
          ...(models.length > 1 ? [['gap', 'Where A is furthest ahead of B'] as const] : []),
        ]}
        onChange={(exampleSort) => onChange({ exampleSort })}
      />
    </div>
  );
}

const asGroup = (group: GroupBy) => [group, group] as const;
