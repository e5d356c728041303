import { useEffect, useState } from 'react';
import { Button } from '../../../components/button/Button.tsx';
import { Dialog } from '../../../components/dialog/Dialog.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { forgetAgentError, rerunAgent, useAgent } from '../../../stores/agent-store.ts';
import type { TraceName } from '../../../stores/agent-trace-store.ts';
import { latest } from '../../../stores/async-data.ts';
import { loadPrompts, usePrompts } from '../../../stores/prompts-store.ts';
import type { ChainNode } from './chain.ts';
import { nodeTitle } from './labels.ts';
import { showPart } from './place.ts';
import styles from './RerunDialog.module.css';

/** Runs an instance again from a step on, perhaps asked in other words; what came before is taken over. */
export function RerunDialog({
  name,
  node,
  onClose,
}: {
  readonly name: TraceName;
  readonly node: ChainNode;
  readonly onClose: () => void;
}) {
  const id = node.end?.prompt?.id;
  const prompts = usePrompts((state) => state.prompts);
  const commandError = useAgent((state) => state.commandError);
  const [text, setText] = useState<string | undefined>(undefined);
  useEffect(() => {
    forgetAgentError();
    void loadPrompts();
  }, []);
  const used = latest(prompts)?.find((prompt) => prompt.id === id)?.text;
  const isEdited = text !== undefined && text !== used;
  const start = async () => {
    const { runId, key } = name;
    const edited = id !== undefined && isEdited ? { [id]: text } : {};
    const attempt = await rerunAgent({ runId, key, node: node.name, prompts: edited });
    if (attempt === undefined) return;
    showPart({ attempt: String(attempt), node: undefined });
    onClose();
  };
  return (
    <Dialog
      title={`Run again from ${nodeTitle(node)}`}
      description="The steps before it are taken over as they are and cost nothing. The new attempt stands beside this one."
      width={760}
      onClose={onClose}
    >
      <div className={styles.body}>
        {id !== undefined && used === undefined && <Spinner label="Reading the prompt" />}
        {id !== undefined && used !== undefined && (
          <label className={styles.prompt}>
            Prompt “{id}”, for this attempt only
            <textarea
              data-autofocus
              rows={16}
              spellCheck={false}
              value={text ?? used}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
        )}
        {id === undefined && <p>This step asks no model: it is done again as it is.</p>}
        {commandError !== undefined && <ErrorText error={commandError} />}
        <footer>
          <span>{isEdited ? 'The prompt is edited.' : 'The prompt is as it was.'}</span>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={() => void start()}>
            Run again
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
