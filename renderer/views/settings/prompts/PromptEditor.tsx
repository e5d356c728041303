import { useState } from 'react';
import type { Prompt } from '../../../../shared/model/judge.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { LineDiff } from '../../../components/line-diff/LineDiff.tsx';
import { useAction } from '../../../hooks/use-action.ts';
import { editPrompt, resetPrompt, savePrompt, usePrompts } from '../../../stores/prompts-store.ts';
import { ROLE_LABELS } from '../../../components/roles/role-labels.ts';
import styles from './PromptsSection.module.css';

/** One prompt: its text to be changed, what was changed of the shipped one, and the way back. */
export function PromptEditor({ prompt }: { readonly prompt: Prompt }) {
  const draft = usePrompts((state) => state.drafts[prompt.id]);
  const commandError = usePrompts((state) => state.commandError);
  const [isCompared, setCompared] = useState(false);
  const text = draft ?? prompt.text;
  const isChanged = text !== prompt.shippedText;
  const save = () => void savePrompt(prompt.id);
  useAction('settings.save', draft === undefined ? undefined : save);
  return (
    <article className={styles.editor} aria-label={prompt.title}>
      <header>
        <div>
          <h2>{prompt.title}</h2>
          <Facts prompt={prompt} />
        </div>
        <div className={styles.tools}>
          <Button
            isPressed={isCompared && isChanged}
            isDisabled={!isChanged}
            onClick={() => setCompared(!isCompared)}
          >
            Changes
          </Button>
          <Button isDisabled={!isChanged} onClick={() => void resetPrompt(prompt.id)}>
            Reset to shipped
          </Button>
          {draft !== undefined && (
            <Button onClick={() => editPrompt(prompt, prompt.text)}>Discard</Button>
          )}
          <Button
            variant="primary"
            action="settings.save"
            isDisabled={draft === undefined}
            onClick={save}
          >
            Save
          </Button>
        </div>
      </header>
      {commandError !== undefined && <ErrorText error={commandError} hasHelp={false} />}
      <Placeholders names={prompt.placeholders} text={text} />
      {isCompared && isChanged ? (
        <div className={styles.changes}>
          <LineDiff before={prompt.shippedText} after={text} label="Changes of the shipped text" />
        </div>
      ) : (
        <textarea
          className={styles.text}
          aria-label={`Text of the prompt: ${prompt.title}`}
          value={text}
          spellCheck={false}
          onChange={(event) => editPrompt(prompt, event.target.value)}
        />
      )}
    </article>
  );
}

function Facts({ prompt: { role, version, isEdited, hash } }: { readonly prompt: Prompt }) {
  return (
    <p className={styles.facts}>
      {ROLE_LABELS[role].label} · shipped version {version}
      {isEdited ? ', changed in this project' : ', as shipped'} · SHA-256{' '}
      <code data-tip={hash}>{hash.slice(0, 10)}</code>
    </p>
  );
}

/** Where the material is filled in; all must be there. */
function Placeholders({
  names,
  text,
}: {
  readonly names: readonly string[];
  readonly text: string;
}) {
  return (
    <p className={styles.needs}>
      Filled in:
      {names.map((name) => {
        const isMissing = !text.includes(`{{${name}}}`);
        return (
          <code key={name} data-missing={isMissing || undefined}>
            {`{{${name}}}`}
            {isMissing && ' is missing'}
          </code>
        );
      })}
    </p>
  );
}
