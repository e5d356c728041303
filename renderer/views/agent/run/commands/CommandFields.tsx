import { FlaskConical } from 'lucide-react';
import { AGENT_COMMAND_KINDS, type AgentCommandKind } from '../../../../../shared/model/agent.ts';
import { Button } from '../../../../components/button/Button.tsx';
import { EndpointChecks } from '../../../../components/endpoint-checks/EndpointChecks.tsx';
import { ErrorText } from '../../../../components/error-text/ErrorText.tsx';
import { TextField } from '../../../../components/field/TextField.tsx';
import { formatCounted } from '../../../../components/score/format-score.ts';
import { Spinner } from '../../../../components/spinner/Spinner.tsx';
import { parseCommand } from '../../../../stores/agent-command-draft.ts';
import {
  commandsOf,
  editCommand,
  testCommand,
  useAgentCommands,
} from '../../../../stores/agent-commands-store.ts';
import styles from './CommandFields.module.css';

const KINDS: Readonly<Record<AgentCommandKind, { label: string; example: string }>> = {
  image: { label: 'Program for images', example: 'python3 paint.py --prompt {prompt} --out {out}' },
  speech: { label: 'Program for speech', example: 'espeak-ng -w {out} {prompt}' },
  video: { label: 'Program for videos', example: 'python3 film.py {prompt} {out}' },
  threeD: { label: 'Program for 3D', example: 'python3 model.py {prompt} {out}' },
};

/** Programs of this machine that make what no endpoint makes, each tried out before it is relied on. */
export function CommandFields() {
  const drafts = useAgentCommands((state) => state.drafts);
  const count = Object.keys(commandsOf(drafts)).length;
  return (
    <details className={styles.programs}>
      <summary>
        Programs on this machine that make items
        <small>{count === 0 ? 'none' : formatCounted(count, 'program')}</small>
      </summary>
      <p className={styles.note}>
        A program is used before an endpoint. <code>{'{prompt}'}</code> is filled in as one argument
        and <code>{'{out}'}</code> with the file to write; no shell reads the line, and no key is
        passed on. Programs are not kept in the project, and are forgotten with this page.
      </p>
      {AGENT_COMMAND_KINDS.map((kind) => (
        <CommandRow key={kind} kind={kind} />
      ))}
    </details>
  );
}

function CommandRow({ kind }: { readonly kind: AgentCommandKind }) {
  const draft = useAgentCommands((state) => state.drafts[kind]);
  const test = useAgentCommands((state) => state.tests[kind]);
  const parsed = parseCommand(draft);
  const errors = parsed.status === 'wrong' ? parsed.errors : {};
  const { label, example } = KINDS[kind];
  return (
    <div className={styles.program} role="group" aria-label={label}>
      <TextField
        label={label}
        value={draft.line}
        isCode
        placeholder={example}
        error={errors.line}
        onChange={(line) => editCommand(kind, { line })}
      />
      <TextField
        label="Ending"
        value={draft.ending}
        isCode
        error={errors.ending}
        onChange={(ending) => editCommand(kind, { ending })}
      />
      <TextField
        label="Time it may take"
        value={draft.seconds}
        isNumber
        suffix="s"
        error={errors.seconds}
        onChange={(seconds) => editCommand(kind, { seconds })}
      />
      <Button
        isDisabled={parsed.status !== 'ok' || test.status === 'loading'}
        onClick={() => {
          if (parsed.status === 'ok') void testCommand(kind, parsed.value);
        }}
      >
        <FlaskConical size={13} aria-hidden="true" /> Test
      </Button>
      {test.status !== 'idle' && (
        <div className={styles.result} aria-live="polite">
          {test.status === 'loading' && <Spinner label="The program is at work" />}
          {test.status === 'failed' && <ErrorText error={test.error} />}
          {test.status === 'ready' && <EndpointChecks checks={[test.data]} />}
        </div>
      )}
    </div>
  );
}
