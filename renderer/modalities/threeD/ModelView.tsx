import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { MediaState } from '../../../shared/model/media.ts';
import type { ModalityViewProps } from '../define.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { useThemeColors } from '../parts/use-theme-colors.ts';
import { DefectPanel } from './defects/DefectPanel.tsx';
import { describeModel, disposeObject, measureObject } from './measure.ts';
import { loadModel } from './load-model.ts';
import { type ModelChoices, ModelTools, NO_CHOICES } from './ModelTools.tsx';
import { createStage, type Stage } from './stage.ts';
import { BACK_COLOR, FRONT_COLOR } from './surface.ts';
import styles from './ModelView.module.css';

type FileState = Extract<MediaState, { kind: 'file' }>;
type Status = { kind: 'loading' } | { kind: 'ready' } | { kind: 'failed'; message: string };

/** A model in a tile of the shared renderer. */
export function ModelView({
  item,
  media,
  services,
  size,
  facts,
  onDetails,
}: ModalityViewProps & { readonly media: FileState }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<Stage>(undefined);
  const colors = useThemeColors(canvas, ['--tone', '--raise']);
  const [status, setStatus] = useState<Status>({ kind: 'loading' });
  const [choices, setChoices] = useState<ModelChoices>(NO_CHOICES);
  const { isWireframe, hasAxes, isFacing, hasDefects } = choices;
  const [hasFaces, setHasFaces] = useState(true);
  const { '--tone': color, '--raise': background } = colors;
  const detectedType = facts?.detectedType;

  useEffect(() => {
    if (canvas.current === null) return;
    const aborter = new AbortController();
    let made: Stage | undefined;
    const run = async (surface: HTMLCanvasElement) => {
      made = createStage(surface, fail);
      stage.current = made;
      const source = {
        ref: media.ref,
        siblings: media.siblings ?? [],
        url: services.url,
        detectedType,
      };
      const object = await loadModel(source, aborter.signal, () => made?.invalidate());
      if (aborter.signal.aborted) return disposeObject(object);
      const measured = measureObject(object);
      if (measured.vertices === 0) throw new Error('It holds no vertices.');
      made.show(object);
      setHasFaces(measured.faces > 0);
      onDetails?.(describeModel(measured));
      setStatus({ kind: 'ready' });
    };
    const fail = (error: unknown) => {
      if (aborter.signal.aborted) return;
      made?.dispose();
      made = undefined;
      stage.current = undefined;
      const message = error instanceof Error ? error.message : String(error);
      setStatus({ kind: 'failed', message });
    };
    run(canvas.current).catch(fail);
    return () => {
      aborter.abort();
      made?.dispose();
      stage.current = undefined;
    };
  }, [media, services, detectedType, onDetails]);

  const isReady = status.kind === 'ready';
  useEffect(() => {
    if (color !== '') stage.current?.setColors(color, background);
  }, [isReady, color, background]);
  useEffect(() => {
    if (isReady) stage.current?.setWireframe(isWireframe);
  }, [isReady, isWireframe]);
  useEffect(() => {
    if (isReady) stage.current?.setAxes(hasAxes);
  }, [isReady, hasAxes]);
  useEffect(() => {
    if (isReady) stage.current?.setFacing(isFacing);
  }, [isReady, isFacing]);
  useEffect(() => stage.current?.orbit.setWheelZoom(size === 'full'), [isReady, size]);

  if (status.kind === 'failed') {
    return <StateBox kind="bad" title="model cannot be shown" detail={status.message} />;
  }
  return (
    <div className={styles.frame} data-size={size} data-status={status.kind}>
      <div className={styles.tile}>
        <canvas
          ref={canvas}
          className={styles.canvas}
          tabIndex={0}
          role="img"
          aria-label={`${item.tag}: 3D model; drag or use the arrow keys to turn it`}
          data-own-keys
          data-own-arrows
          onKeyDown={(event) => onKey(event, stage.current)}
          // in a card the wheel scrolls the page until the model was taken hold of
          onPointerDown={() => stage.current?.orbit.setWheelZoom(true)}
          onPointerLeave={() => stage.current?.orbit.setWheelZoom(size === 'full')}
        />
        <ModelTools
          hasFaces={hasFaces}
          choices={choices}
          onChoose={setChoices}
          onReset={() => stage.current?.reset()}
        />
        {isFacing && (
          <p className={styles.legend}>
            <i style={{ background: FRONT_COLOR }} /> front
            <i style={{ background: BACK_COLOR }} /> back
          </p>
        )}
      </div>
      {isReady && hasDefects && (
        <DefectPanel
          mediaId={media.ref.id}
          isFloating={size === 'full'}
          stage={stage}
          load={services.defects}
        />
      )}
    </div>
  );
}

const TURN = Math.PI / 18;

function onKey(event: KeyboardEvent, stage: Stage | undefined): void {
  if (stage === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowLeft') stage.orbit.turn(-TURN, 0);
  else if (event.key === 'ArrowRight') stage.orbit.turn(TURN, 0);
  else if (event.key === 'ArrowUp') stage.orbit.turn(0, TURN);
  else if (event.key === 'ArrowDown') stage.orbit.turn(0, -TURN);
  else if (event.key === '+' || event.key === '=') stage.orbit.dolly(1 / 1.2);
  else if (event.key === '-') stage.orbit.dolly(1.2);
  else if (event.key === '0') stage.reset();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
