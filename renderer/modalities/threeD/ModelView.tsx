import { useEffect, useRef, useState } from 'react';
import type { ModalityViewProps } from '../define.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { DefectPanel } from './defects/DefectPanel.tsx';
import { describeModel } from './measure.ts';
import { onModelKey } from './model-keys.ts';
import { type ModelChoices, ModelTools, NO_CHOICES } from './ModelTools.tsx';
import { PinLayer } from './pins/PinLayer.tsx';
import { usePointPicking } from './pins/use-point-picking.ts';
import { SurfaceLegend } from './SurfaceLegend.tsx';
import { type ModelFile, useModel } from './use-model.ts';
import styles from './ModelView.module.css';

/** A model in a tile of the shared renderer. */
export function ModelView({
  item,
  media,
  services,
  size,
  facts,
  onDetails,
  link,
  marks = [],
  onMark,
  selection,
}: ModalityViewProps & { readonly media: ModelFile }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [choices, setChoices] = useState<ModelChoices>(NO_CHOICES);
  const { surface, hasDefects } = choices;
  const look = { ...choices, link };
  const { stage, status, meanQuality } = useModel(canvas, media, services, facts, look);
  const picking = usePointPicking({ tag: item.tag, stage, canvas, onMark, selection });
  const isReady = status.kind === 'ready';
  const measured = isReady ? status.measured : undefined;
  useEffect(() => {
    if (measured !== undefined) onDetails?.(describeModel(measured));
  }, [measured, onDetails]);
  useEffect(() => stage.current?.orbit.setWheelZoom(size === 'full'), [isReady, size, stage]);

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
          data-picking={picking?.isOn === true ? '' : undefined}
          onKeyDown={(event) => {
            if (picking?.onKey(event) !== true) onModelKey(event, stage.current);
          }}
          onPointerDownCapture={picking?.onPointerDown}
          onClick={picking?.onClick}
          // in a card the wheel scrolls the page until the model was taken hold of
          onPointerDown={() => stage.current?.orbit.setWheelZoom(true)}
          onPointerLeave={() => stage.current?.orbit.setWheelZoom(size === 'full')}
        />
        <PinLayer stage={stage} isReady={isReady} marks={marks} picked={picking?.picked} />
        {picking?.isOn === true && <span className={styles.aim} aria-hidden="true" />}
        <ModelTools
          picking={picking}
          hasFaces={measured === undefined || measured.faces > 0}
          size={size}
          choices={choices}
          onChoose={setChoices}
          onReset={() => stage.current?.reset()}
        />
        {isReady && status.notes.length > 0 && (
          <p className={styles.notes} role="note">
            {status.notes.join(' ')}
          </p>
        )}
        {surface !== 'own' && (
          <p className={styles.legend}>
            <SurfaceLegend look={surface} meanQuality={meanQuality} />
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
