import type { ReactNode } from 'react';
import type { ProjectSettings } from '../../../../shared/model/settings.ts';
import { CheckField } from '../../../components/field/CheckField.tsx';
import { SelectField } from '../../../components/field/SelectField.tsx';
import { TextField } from '../../../components/field/TextField.tsx';
import { draftSettings } from '../../../stores/settings-draft.ts';
import { editScoring, useSettings } from '../../../stores/settings-store.ts';
import styles from './ScoringSection.module.css';

/** How figures are made of their parts. The defaults are the paper's. */
export function ScoringSection({ kept }: { readonly kept: ProjectSettings }) {
  const draft = (useSettings((state) => state.draft) ?? draftSettings(kept)).scoring;
  const errors = useSettings((state) => state.errors);
  const text = (name: 'sqcsEta' | 'icsEta' | 'repeats' | 'doverWeights') => ({
    value: draft[name],
    error: errors[`scoring.${name}`],
    onChange: (value: string) => editScoring({ [name]: value }),
  });
  return (
    <div className={styles.section}>
      <Part
        title="Composites"
        words="Computed whenever they are shown; a change is seen at once and costs nothing."
      >
        <div className={styles.formed}>
          <TextField label="η of SQCS" {...text('sqcsEta')} isNumber hint="The paper’s: 0.7" />
          <p className={styles.formula}>
            SQCS = SC · ({shown(draft.sqcsEta)} + {rest(draft.sqcsEta)} · GQ)
          </p>
        </div>
        <div className={styles.formed}>
          <TextField label="η of ICS" {...text('icsEta')} isNumber hint="The paper’s: 0.8" />
          <p className={styles.formula}>
            ICS = {shown(draft.icsEta)} · HC + {rest(draft.icsEta)} · SH
          </p>
        </div>
      </Part>
      <Part title="The judge’s scale" words="How 1 to 5 becomes a figure, for SC, HC and SH.">
        <SelectField
          label="Scale"
          value={draft.scale}
          options={[
            ['fifths', 's / 5: one is 20, five is 100'],
            ['linear', '(s − 1) / 4: one is 0, five is 100'],
          ]}
          hint="The published tables do not say which they used. What was judged or imported before is converted at once."
          onChange={(scale) => editScoring({ scale })}
        />
        <div className={styles.short}>
          <TextField
            label="Times each is judged"
            {...text('repeats')}
            isNumber
            hint="The mean counts, the spread is shown. Each costs again."
          />
        </div>
      </Part>
      <Part title="Structure" words="What StS and LeS count.">
        <SelectField
          label="Counted"
          value={draft.structureCount}
          options={[
            ['items', 'distinct items'],
            ['tagOccurrences', 'every tag in the content'],
          ]}
          hint="A change scores the structure of all responses again, within seconds."
          onChange={(structureCount) => editScoring({ structureCount })}
        />
      </Part>
      <Part title="Captions and failures" words="What the judge is told, and what a failure is.">
        <CheckField
          label="Use captions that came with the data"
          hint="Captions of the dataset or of a result file spare the captioner."
          isChecked={draft.useImportedCaptions}
          onChange={(useImportedCaptions) => editScoring({ useImportedCaptions })}
        />
        <CheckField
          label="Official-compatible"
          hint="Like the official scripts, for comparison only and labelled so: a reply that cannot be read counts as 1, and a missing file is judged by its error text. Otherwise both stay without a figure."
          isChecked={draft.isOfficialCompatible}
          onChange={(isOfficialCompatible) => editScoring({ isOfficialCompatible })}
        />
      </Part>
      <Part title="Videos" words="DOVER is not shipped; its weights are a file of yours.">
        <TextField
          label="DOVER weights"
          {...text('doverWeights')}
          isCode
          placeholder="none: videos get a signal score, labelled so"
          hint="Path of an ONNX file on the machine that runs Loupe."
        />
      </Part>
    </div>
  );
}

function Part({
  title,
  words,
  children,
}: {
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      <p>{words}</p>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}

const isShare = (text: string) => {
  const value = Number(text.replace(',', '.'));
  return text.trim() !== '' && value >= 0 && value <= 1;
};
const shown = (text: string) => (isShare(text) ? text.trim() : 'η');
/** 1 − η, without the tail that binary fractions leave. */
const rest = (text: string) =>
  isShare(text) ? String(Number((1 - Number(text.replace(',', '.'))).toFixed(6))) : '(1 − η)';
