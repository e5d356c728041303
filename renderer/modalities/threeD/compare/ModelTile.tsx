import { useEffect, useRef } from 'react';
import type { CompareEntry, MarkGoal, MediaServices } from '../../define.ts';
import { EntryLabel } from '../../parts/EntryLabel.tsx';
import { useGoal } from '../../parts/marks/use-goal.ts';
import { StateBox } from '../../parts/StateBox.tsx';
import { DefectPanel } from '../defects/DefectPanel.tsx';
import { describeModel } from '../measure.ts';
import { onModelKey } from '../model-keys.ts';
import { PinLayer } from '../pins/PinLayer.tsx';
import { type ModelFile, type ModelLook, useModel } from '../use-model.ts';
import styles from '../Compare.module.css';

/** Entries of a model's files that are only a part of one (quirk 12). */
const PARTS = ['mtl', 'png', 'jpg', 'jpeg', 'webp', 'bmp', 'gif'];

interface Props {
  readonly entry: CompareEntry;
  readonly services: MediaServices;
  readonly look: ModelLook;
  readonly hasDefects: boolean;
  /** Each further one shows all of it from the usual side. */
  readonly resets: number;
  /** Told the radius of the model, and 0 when it goes. */
  readonly onRadius: (id: string, radius: number) => void;
  /** A marked point of this model. */
  readonly goal: MarkGoal | undefined;
}

/** One of the models that are compared; all are drawn by one renderer. */
export function ModelTile(props: Props) {
  const { entry } = props;
  const { media } = entry.item;
  if (media.kind === 'file' && !PARTS.includes(media.ref.extension)) {
    return <LoadedTile key={media.ref.id} {...props} media={media} />;
  }
  return (
    <figure className={styles.tile} data-tone={entry.tone}>
      <figcaption className={styles.caption}>
        <EntryLabel entry={entry} />
      </figcaption>
      <div className={styles.surface}>
        <StateBox kind="quiet" title="no model" detail={`${entry.item.tag} has none to show.`} />
      </div>
    </figure>
  );
}

function LoadedTile({
  entry,
  services,
  look,
  hasDefects,
  resets,
  onRadius,
  goal,
  media,
}: Props & { readonly media: ModelFile }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { stage, status, meanQuality } = useModel(canvas, media, services, entry.facts, look);
  const isReady = status.kind === 'ready';
  const radius = isReady ? status.radius : 0;
  const { id, item, tone, label, marks = [] } = entry;
  useEffect(() => {
    onRadius(id, radius);
    return () => onRadius(id, 0);
  }, [id, radius, onRadius]);
  useEffect(() => stage.current?.orbit.setWheelZoom(true), [isReady, stage]);
  useEffect(() => {
    if (resets > 0) stage.current?.reset();
  }, [resets, stage]);
  useGoal(goal, isReady, ({ mark }) => {
    const around = mark.kind === 'point' ? stage.current?.spots()?.around(mark) : undefined;
    if (around !== undefined) stage.current?.orbit.approach(around);
  });
  const hasMean = look.surface === 'quality' && meanQuality !== undefined;
  return (
    <figure className={styles.tile} data-tone={tone} data-status={status.kind}>
      <figcaption className={styles.caption}>
        <EntryLabel entry={entry}>
          {isReady && describeModel(status.measured).join(' · ')}
        </EntryLabel>
      </figcaption>
      <div className={styles.surface}>
        {status.kind === 'failed' ? (
          <StateBox kind="bad" title="model cannot be shown" detail={status.message} />
        ) : (
          <canvas
            ref={canvas}
            className={styles.canvas}
            tabIndex={0}
            role="img"
            aria-label={`${label}, ${item.tag}: 3D model; drag or use the arrow keys to turn all`}
            data-own-keys
            data-own-arrows
            onKeyDown={(event) => onModelKey(event, stage.current)}
          />
        )}
        <PinLayer stage={stage} isReady={isReady} marks={marks} picked={undefined} />
        {isReady && hasMean && (
          <p className={styles.figure}>mean face shape {meanQuality.toFixed(3)}</p>
        )}
        {isReady && status.notes.length > 0 && (
          <p className={styles.notes} role="note">
            {status.notes.join(' ')}
          </p>
        )}
      </div>
      {isReady && hasDefects && (
        <DefectPanel
          mediaId={media.ref.id}
          isFloating={false}
          stage={stage}
          load={services.defects}
        />
      )}
    </figure>
  );
}
