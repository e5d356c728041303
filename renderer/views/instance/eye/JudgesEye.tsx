import { X } from 'lucide-react';
import { useState } from 'react';
import type { Judgement } from '../../../../shared/model/judge.ts';
import { IconButton } from '../../../components/button/IconButton.tsx';
import { Button } from '../../../components/button/Button.tsx';
import { EmptyState } from '../../../components/empty-state/EmptyState.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { ScoreValue } from '../../../components/score/ScoreValue.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { hrefOf } from '../../../stores/route-store.ts';
import { useActiveRun } from '../../../stores/runs-store.ts';
import { modelColumns, type Column } from '../columns.ts';
import { CaptionPane } from './CaptionPane.tsx';
import { formatEye, targetLabel, type EyeTarget } from './eye-target.ts';
import styles from './JudgesEye.module.css';
import { PromptPane } from './PromptPane.tsx';
import { RejudgeDialog } from './RejudgeDialog.tsx';
import { ReplyPane } from './ReplyPane.tsx';
import { showEye, useEye } from './use-eye.ts';
import { useEyeActions } from './use-eye-actions.ts';

/** One judgement as the judge had it: captions for media, the prompt as sent, the reply, the figure. */
export function JudgesEye({
  instanceKey,
  target,
  columns,
}: {
  readonly instanceKey: string;
  readonly target: EyeTarget;
  readonly columns: readonly Column[];
}) {
  const { state, targets, judgement } = useEye(instanceKey, target);
  const [isRejudging, setRejudging] = useState(false);
  useEyeActions({ target, targets, onRejudge: () => setRejudging(true) });
  const column = modelColumns(columns).find(({ label }) => label === target.model);
  const name = `${targetLabel(target)} of ${target.model}`;
  return (
    <section className={styles.eye} aria-label={`Judge’s eye: ${name}`}>
      <header className={styles.bar}>
        <Choice target={target} targets={targets} columns={columns} />
        {judgement !== undefined && <Figures judgement={judgement} />}
        <span className={styles.space} />
        <RunMark />
        <Button action="eye.rejudge" onClick={() => setRejudging(true)}>
          {judgement === undefined ? 'Judge…' : 'Judge again…'}
        </Button>
        <IconButton
          label="Back to the columns"
          action="eye.close"
          onClick={() => showEye(undefined)}
        >
          <X size={16} />
        </IconButton>
      </header>
      {state.status === 'failed' && (
        <div className={styles.state}>
          <ErrorText error={state.error} />
        </div>
      )}
      {judgement !== undefined && (
        <Panes key={judgement.id} judgement={judgement} column={column} />
      )}
      {judgement === undefined && state.status !== 'failed' && (
        <div className={styles.state}>
          {state.status === 'ready' ? <NotJudged name={name} /> : <Spinner label="Loading" />}
        </div>
      )}
      {isRejudging && (
        <RejudgeDialog
          instanceKey={instanceKey}
          target={target}
          isJudged={judgement !== undefined}
          onClose={() => setRejudging(false)}
        />
      )}
    </section>
  );
}

function Panes({
  judgement,
  column,
}: {
  readonly judgement: Judgement;
  readonly column: Column | undefined;
}) {
  const [asked, setRepeat] = useState(0);
  const { calls, captions } = judgement;
  const repeat = Math.min(asked, Math.max(0, calls.length - 1)); // fewer after judging again
  return (
    <div className={styles.panes}>
      <CaptionPane captions={captions} tone={column?.tone ?? 'a'} />
      <PromptPane calls={calls} repeat={repeat} onRepeat={setRepeat} />
      <ReplyPane
        judgement={judgement}
        response={column?.response}
        repeat={repeat}
        onRepeat={setRepeat}
      />
    </div>
  );
}

/** A run that goes on may be the one that was just started here. */
function RunMark() {
  const run = useActiveRun();
  if (run === undefined) return null;
  return (
    <a className={styles.mark} href={hrefOf({ screen: 'runs', view: { run: String(run.id) } })}>
      run {run.id} goes on
    </a>
  );
}

function NotJudged({ name }: { readonly name: string }) {
  return (
    <EmptyState
      title={`${name} was not judged here`}
      hint="Imported and example figures have no reply behind them. Ask the judge with the button above; what it costs is shown first."
    />
  );
}

/** Which judgement of which model is shown; j and k keep it from instance to instance. */
function Choice({
  target,
  targets,
  columns,
}: {
  readonly target: EyeTarget;
  readonly targets: readonly EyeTarget[];
  readonly columns: readonly Column[];
}) {
  const models = modelColumns(columns);
  const isKnown = targets.some((each) => formatEye(each) === formatEye(target));
  const listed = isKnown ? targets : [...targets, target];
  return (
    <h2>
      <select
        aria-label="Judgement"
        value={formatEye(target)}
        onChange={(event) => {
          const next = listed.find((each) => formatEye(each) === event.target.value);
          if (next !== undefined) showEye(next);
        }}
      >
        {listed.map((each) => (
          <option key={formatEye(each)} value={formatEye(each)}>
            {targetLabel(each)}
          </option>
        ))}
      </select>
      of
      <select
        aria-label="Model"
        value={target.model}
        onChange={(event) => showEye({ ...target, model: event.target.value })}
      >
        {models.every(({ label }) => label !== target.model) && (
          <option value={target.model}>{target.model}</option>
        )}
        {models.map(({ id, label, letter }) => (
          <option key={id} value={label}>
            {letter} {label}
          </option>
        ))}
      </select>
    </h2>
  );
}

function Figures({ judgement }: { readonly judgement: Judgement }) {
  const { values, unscored, isStale, isOfficialCompatible, calls } = judgement;
  return (
    <>
      <span className={styles.figures}>
        {Object.entries(values).map(([metric, value]) => (
          <span key={metric}>
            <small>{metric}</small> <ScoreValue value={value} />
          </span>
        ))}
        {unscored !== undefined && (
          <small data-tip={unscored.reason}>
            not computed: {unscored.code.replaceAll('-', ' ')}
          </small>
        )}
      </span>
      {isStale && (
        <span
          className={styles.mark}
          data-kind="stale"
          data-tip="The response, a caption, the prompt or a setting changed after it was judged"
        >
          out of date
        </span>
      )}
      {isOfficialCompatible && (
        <span
          className={styles.mark}
          data-tip="Judged like the official scripts: failures count as figures"
        >
          official-compatible
        </span>
      )}
      {calls.some(({ isRepaired, failure }) => isRepaired && failure === undefined) && (
        <span
          className={styles.mark}
          data-tip="The first reply could not be read; a second was asked"
        >
          repaired
        </span>
      )}
    </>
  );
}
