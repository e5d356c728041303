// What is wrong with a model, as a list over its tile: each kind can be hidden, and gone to.
import { useEffect, useRef, useState, type RefObject } from 'react';
import { Check, LocateFixed } from 'lucide-react';
import type { DefectKind, DefectKindId, ModelDefects } from '../../../../shared/model/defects.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import type { Stage } from '../stage.ts';
import { componentHue, DEFECT_COLORS, DEFECT_SHAPES } from './defect-look.ts';
import styles from './DefectPanel.module.css';

interface DefectPanelProps {
  readonly mediaId: string;
  /** Over a large tile; else below it, where it covers nothing. */
  readonly isFloating: boolean;
  readonly stage: RefObject<Stage | undefined>;
  readonly load: (mediaId: string, signal: AbortSignal) => Promise<ModelDefects>;
}

export function DefectPanel({ mediaId, isFloating, stage, load }: DefectPanelProps) {
  const defects = useLoaded(mediaId, (signal) => load(mediaId, signal));
  return (
    <section
      className={isFloating ? styles.floating : styles.below}
      aria-label="Defects"
      data-status={defects.status}
    >
      {defects.status === 'loading' && <p className={styles.line}>Looking for defects …</p>}
      {defects.status === 'failed' && <p className={styles.line}>{defects.message}</p>}
      {defects.status === 'ready' && <DefectList defects={defects.value} stage={stage} />}
    </section>
  );
}

function DefectList({
  defects,
  stage,
}: {
  readonly defects: ModelDefects;
  readonly stage: RefObject<Stage | undefined>;
}) {
  const { kinds, notes } = defects;
  const [shown, setShown] = useState(() => new Set(shownFirst(kinds)));
  const next = useRef(new Map<DefectKindId, number>());
  useEffect(() => {
    const current = stage.current;
    current?.setDefects(defects);
    return () => current?.setDefects(undefined);
  }, [defects, stage]);
  useEffect(() => stage.current?.showDefects(shown), [defects, shown, stage]);

  const toggle = (id: DefectKindId) =>
    setShown((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const goTo = (id: DefectKindId) => {
    const index = next.current.get(id) ?? 0;
    next.current.set(id, index + 1);
    setShown((before) => new Set(before).add(id));
    stage.current?.goToDefect(id, index);
  };
  return (
    <>
      {kinds.length === 0 && (
        <p className={styles.line}>
          <Check size={13} aria-hidden="true" /> No defects found.
        </p>
      )}
      <ul className={styles.list}>
        {kinds.map((kind) => (
          <DefectRow
            key={kind.id}
            kind={kind}
            isShown={shown.has(kind.id)}
            onToggle={() => toggle(kind.id)}
            onGo={() => goTo(kind.id)}
          />
        ))}
      </ul>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </>
  );
}

/** Components paint whole pieces: over other defects they come only when they are asked for. */
function shownFirst(kinds: readonly DefectKind[]): DefectKindId[] {
  const ids = kinds.map(({ id }) => id);
  return ids.length > 1 ? ids.filter((id) => id !== 'components') : ids;
}

const count = new Intl.NumberFormat('en-US');

/** The colours of the first three components. */
const COMPONENT_STRIPES = `linear-gradient(90deg, ${[0, 1, 2]
  .map((id) => `hsl(${componentHue(id)} 62% 52%) ${id * 33}% ${id * 33 + 33}%`)
  .join(', ')})`;

function DefectRow({
  kind,
  isShown,
  onToggle,
  onGo,
}: {
  readonly kind: DefectKind;
  readonly isShown: boolean;
  readonly onToggle: () => void;
  readonly onGo: () => void;
}) {
  const { id, label, hint, total, shown } = kind;
  const part = shown < total ? ` ${count.format(shown)} of ${count.format(total)} are drawn.` : '';
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.toggle}
        aria-pressed={isShown}
        title={hint + part}
        onClick={onToggle}
      >
        <span
          className={styles.swatch}
          data-shape={DEFECT_SHAPES[id]}
          style={{
            color: DEFECT_COLORS[id],
            ...(id === 'components' && isShown && { background: COMPONENT_STRIPES }),
          }}
        />
        <span className={styles.label}>{label}</span>
        <span className={styles.count}>{count.format(total)}</span>
      </button>
      <button
        type="button"
        className={styles.go}
        aria-label={`Go to ${label.toLowerCase()}`}
        title="Go to one; again for the next"
        onClick={onGo}
      >
        <LocateFixed size={13} aria-hidden="true" />
      </button>
    </li>
  );
}
