import type { SyntheticEvent } from 'react';
import type { NativeLook } from '../../../../shared/model/native.ts';
import { Button } from '../../../components/button/Button.tsx';
import { CheckField } from '../../../components/field/CheckField.tsx';
import { TextField } from '../../../components/field/TextField.tsx';
import { usePathChooser } from '../../../hooks/use-path-chooser.tsx';
import {
  changeNative,
  loadNativePreview,
  useNative,
  whyNoRule,
  type NativeDraft,
  type RuleKind,
} from '../../../stores/native-import-store.ts';
import styles from './NativeWizard.module.css';

const KINDS: readonly (readonly [RuleKind, string])[] = [
  ['pattern', 'By name'],
  ['order', 'By order'],
  ['csv', 'By a table'],
];

/** Which instance each answer is to. */
export function RuleStep({ look }: { readonly look: NativeLook }) {
  const draft = useNative((state) => state.draft);
  const why = whyNoRule(draft);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (why === undefined) void loadNativePreview();
  };
  return (
    <section className={styles.step} aria-labelledby="native-rule">
      <h2 id="native-rule">Which instance each answer is to</h2>
      <form className={styles.rule} onSubmit={submit}>
        <div className={styles.kinds} role="radiogroup" aria-labelledby="native-rule">
          {KINDS.map(([kind, label]) => (
            <label key={kind}>
              <input
                type="radio"
                checked={draft.kind === kind}
                onChange={() => changeNative({ kind })}
              />
              {label}
            </label>
          ))}
        </div>
        <RuleField draft={draft} look={look} why={why} />
        {draft.system === 'mio' && (
          <CheckField
            label="Join pictures that follow each other to a video"
            hint="MIO writes a video as a run of images. Needs ffmpeg; a picture on its own stays one."
            isChecked={draft.joinVideo}
            onChange={(joinVideo) => changeNative({ joinVideo })}
          />
        )}
        <footer className={styles.actions}>
          <Button type="submit" isDisabled={why !== undefined}>
            Show the first ten
          </Button>
        </footer>
      </form>
    </section>
  );
}

function RuleField({
  draft,
  look,
  why,
}: {
  readonly draft: NativeDraft;
  readonly look: NativeLook;
  readonly why: string | undefined;
}) {
  const chooser = usePathChooser();
  if (draft.kind === 'order')
    return (
      <TextField
        label="Of"
        isCode
        value={draft.within}
        placeholder="all instances"
        hint="The first answer is to the first instance, and so on. Name a field or FIELD/SUBDOMAIN where the system was given only that."
        suggestions={look.suggestions.flatMap(scopeOf)}
        onChange={(within) => changeNative({ within })}
      />
    );
  if (draft.kind === 'csv')
    return (
      <div className={styles.path}>
        <TextField
          label="Table"
          isCode
          value={draft.table}
          placeholder="map.csv"
          hint="CSV with a header: sample and key, or sample, field, subdomain and id."
          onChange={(table) => changeNative({ table })}
        />
        <Button
          onClick={() =>
            chooser.ask({
              title: 'The mapping table',
              kind: 'any',
              onChoose: ([table = '']) => changeNative({ table }),
            })
          }
        >
          Choose…
        </Button>
        {chooser.dialog}
      </div>
    );
  return (
    <TextField
      label="Pattern"
      isCode
      value={draft.pattern}
      placeholder="natural_science/chemistry/{sample}"
      hint={<PatternHint examples={look.examples} />}
      error={draft.pattern.trim() === '' ? undefined : why}
      suggestions={look.suggestions}
      onChange={(pattern) => changeNative({ pattern })}
    />
  );
}

const scopeOf = (rule: string) => (rule.endsWith('/{sample}') ? [rule.slice(0, -9)] : []);

function PatternHint({ examples }: { readonly examples: readonly string[] }) {
  return (
    <>
      Answers are called {examples.map((name) => `“${name}”`).join(', ')} … Write the instance with{' '}
      <code>{'{sample}'}</code> for the name, or what their path says:{' '}
      <code>{'{field}/{subdomain}/{id}'}</code>,{' '}
      <code>{'chem_{n} => natural_science/chemistry/{n}'}</code>
    </>
  );
}
