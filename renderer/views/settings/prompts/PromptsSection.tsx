import { useEffect } from 'react';
import type { Prompt } from '../../../../shared/model/judge.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { latest } from '../../../stores/async-data.ts';
import { loadPrompts, usePrompts } from '../../../stores/prompts-store.ts';
import { navigate, useRoute } from '../../../stores/route-store.ts';
import { PromptEditor } from './PromptEditor.tsx';
import styles from './PromptsSection.module.css';

/** What models are asked, word for word; a project can have texts of its own. */
export function PromptsSection() {
  const asked = useRoute((route) => route.view['prompt']);
  const state = usePrompts(({ prompts }) => prompts);
  useEffect(() => void loadPrompts(), []);
  const prompts = latest(state);
  if (state.status === 'failed') return <ErrorText error={state.error} />;
  if (prompts === undefined) return <Spinner label="Loading the prompts" />;
  const judging = prompts.filter(({ role }) => role === 'judge');
  const ofAgent = prompts.filter(({ id }) => id.startsWith('agent-'));
  const captioning = prompts.filter(({ id }) => id.startsWith('caption-'));
  const shown = prompts.find(({ id }) => id === asked) ?? judging[0];
  return (
    <div className={styles.section}>
      <div className={styles.list}>
        <Group title="Judge" prompts={judging} shown={shown} />
        <Group title="Captioners" prompts={captioning} shown={shown} />
        <Group title="Agent" prompts={ofAgent} shown={shown} />
      </div>
      {shown !== undefined && <PromptEditor key={shown.id} prompt={shown} />}
    </div>
  );
}

function Group({
  title,
  prompts,
  shown,
}: {
  readonly title: string;
  readonly prompts: readonly Prompt[];
  readonly shown: Prompt | undefined;
}) {
  const drafts = usePrompts((state) => state.drafts);
  return (
    <>
      <h2>{title}</h2>
      <ul aria-label={title}>
        {prompts.map(({ id, title: name, isEdited }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.prompt}
              aria-current={id === shown?.id ? 'true' : undefined}
              onClick={() => navigate({ view: { section: 'prompts', prompt: id } })}
            >
              {name}
              {drafts[id] !== undefined ? (
                <small data-state="unsaved">not saved</small>
              ) : (
                isEdited && <small>edited</small>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
