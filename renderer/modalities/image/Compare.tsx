// Compares pictures: beside each other or laid over each other; one zoom for all ways.
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { digitOf, isKeyOf } from '../../hooks/key-match.ts';
import type { CompareEntry, ModalityCompareProps } from '../define.ts';
import { useNewGoal } from '../parts/marks/use-goal.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { ToolBar, ToolButton, ToolSelect, ToolSpace, ToolText } from '../parts/ToolBar.tsx';
import { createViewerLink } from '../viewer-link.ts';
import { isSameShape } from './compare/frame-fit.ts';
import {
  FIRST_CHOICES,
  GAINS,
  MODES,
  nudge,
  type Mode,
  type OverlayChoices,
} from './compare/modes.ts';
import { Overlay } from './compare/Overlay.tsx';
import { SidePanes } from './compare/SidePanes.tsx';
import { sizeOf } from './View.tsx';
import styles from './Compare.module.css';

export function Compare({ entries, services, goal }: ModalityCompareProps) {
  const root = useRef<HTMLDivElement>(null);
  const [link] = useState(() => createViewerLink());
  const [mode, setMode] = useState<Mode>('side');
  const [choices, setChoices] = useState<OverlayChoices>(FIRST_CHOICES);
  const [ids, setIds] = useState<{ readonly base?: string; readonly top?: string }>({});
  const files = entries.filter(({ item }) => item.media.kind === 'file');
  const base = files.find(({ id }) => id === ids.base) ?? files[0];
  const top = files.find(({ id }) => id === ids.top && id !== base?.id) ?? otherThan(files, base);
  const newGoal = useNewGoal(goal);
  const isOver = newGoal?.entryId === base?.id || newGoal?.entryId === top?.id;
  // where nothing is drawn of it, it is seen beside the others
  if (newGoal !== undefined && (mode === 'difference' || !isOver)) setMode('side');

  // a pane that goes with its mode must not take the focus along
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (!hadFocus.current || root.current === null) return;
    hadFocus.current = false;
    if (root.current.contains(document.activeElement)) return;
    (root.current.querySelector<HTMLElement>('[data-own-keys]') ?? root.current).focus();
  }, [mode]);

  const choose = (next: Mode) => {
    hadFocus.current = root.current?.contains(document.activeElement) === true;
    setMode(next);
  };

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const target = event.target as HTMLElement;
    const next = MODES[digitOf('pictures.way', event) ?? -1];
    if (next !== undefined) choose(next.id);
    else if (mode === 'side' || target.matches('select, input')) return;
    else if (isKeyOf('pictures.less', event)) setChoices((before) => nudge(before, mode, -1));
    else if (isKeyOf('pictures.more', event)) setChoices((before) => nudge(before, mode, 1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const canOverlay = base !== undefined && top !== undefined;
  return (
    <div ref={root} className={styles.root} tabIndex={-1} data-mode={mode} onKeyDownCapture={onKey}>
      <div className={styles.tools}>
        <ToolBar label="Comparison">
          {MODES.map(({ id, label }, index) => (
            <ToolButton
              key={id}
              label={label}
              keys={String(index + 1)}
              text={label}
              isPressed={mode === id}
              isDisabled={id !== 'side' && !canOverlay}
              onClick={() => choose(id)}
            />
          ))}
          <ToolSpace />
          {mode !== 'side' && canOverlay && (
            <OverlayTools
              mode={mode}
              choices={choices}
              onChoose={setChoices}
              files={files}
              base={base}
              top={top}
              onPair={setIds}
            />
          )}
        </ToolBar>
      </div>
      <div className={styles.body}>
        {mode === 'side' ? (
          <SidePanes entries={entries} services={services} link={link} goal={goal} />
        ) : canOverlay ? (
          <Overlay
            base={base}
            top={top}
            mode={mode}
            choices={choices}
            onChoose={setChoices}
            services={services}
            link={link}
            goal={goal}
          />
        ) : (
          <StateBox kind="quiet" title="nothing to lay over each other" />
        )}
      </div>
    </div>
  );
}

const otherThan = (files: readonly CompareEntry[], base: CompareEntry | undefined) =>
  files.find(({ id }) => id !== base?.id);

function OverlayTools({
  mode,
  choices,
  onChoose,
  files,
  base,
  top,
  onPair,
}: {
  readonly mode: Mode;
  readonly choices: OverlayChoices;
  readonly onChoose: (choices: OverlayChoices) => void;
  readonly files: readonly CompareEntry[];
  readonly base: CompareEntry;
  readonly top: CompareEntry;
  readonly onPair: (ids: { readonly base: string; readonly top: string }) => void;
}) {
  const options = files.map(({ id, label }) => ({ value: id, text: label }));
  const [baseSize, topSize] = [sizeOf(base.facts), sizeOf(top.facts)];
  const isOneShape =
    baseSize !== undefined && topSize !== undefined && isSameShape(baseSize, topSize);
  return (
    <>
      {mode === 'onion' && (
        <label className={styles.opacity}>
          {top.label} {Math.round(choices.opacity * 100)} %
          <input
            type="range"
            aria-label={`Opacity of ${top.label}`}
            title="Opacity (← →)"
            min={0}
            max={1}
            step={0.05}
            value={choices.opacity}
            onChange={(event) => onChoose({ ...choices, opacity: event.target.valueAsNumber })}
          />
        </label>
      )}
      {mode === 'difference' && (
        <ToolSelect
          label="Amplification (← →)"
          value={String(choices.gain)}
          options={GAINS.map((gain) => ({ value: String(gain), text: `×${gain}` }))}
          onChange={(gain) => onChoose({ ...choices, gain: Number(gain) })}
        />
      )}
      {!isOneShape && (
        <ToolSelect
          label={`How ${top.label} lies in the frame of ${base.label}`}
          value={choices.fit}
          options={[
            { value: 'shape', text: 'keep shape' },
            { value: 'stretch', text: 'stretch' },
          ]}
          onChange={(fit) => onChoose({ ...choices, fit })}
        />
      )}
      {files.length > 2 && (
        <>
          <ToolSelect
            label="Below"
            value={base.id}
            options={options}
            onChange={(id) => onPair({ base: id, top: id === top.id ? base.id : top.id })}
          />
          <ToolText>and</ToolText>
          <ToolSelect
            label="Above"
            value={top.id}
            options={options}
            onChange={(id) => onPair({ base: id === base.id ? top.id : base.id, top: id })}
          />
        </>
      )}
    </>
  );
}
