import { useEffect, useRef, useState, type RefObject } from 'react';
import type { MediaFacts, MediaState } from '../../../shared/model/media.ts';
import type { MediaServices } from '../define.ts';
import { disposeBehindPaint } from '../parts/dispose-behind-paint.ts';
import { useThemeColors } from '../parts/use-theme-colors.ts';
import type { ViewerLink } from '../viewer-link.ts';
import { loadModel } from './load-model.ts';
import { boundingSphere, disposeObject, measureObject, type ModelFacts } from './measure.ts';
import { createStage, type Stage } from './stage.ts';
import type { SurfaceLook } from './surface.ts';

export type ModelFile = Extract<MediaState, { kind: 'file' }>;

export type ModelStatus =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      readonly measured: ModelFacts;
      /** Of the sphere round it. */
      readonly radius: number;
      /** What is to be said of how it is shown. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'failed'; readonly message: string };

/** How a model is looked at. */
export interface ModelLook {
  readonly surface: SurfaceLook;
  readonly isWireframe: boolean;
  readonly hasAxes: boolean;
  /** Length that counts as 1 for linked cameras; undefined: the model's own radius. */
  readonly unit?: number | undefined;
  readonly link?: ViewerLink | undefined;
}

/** A model on its stage, from its file until the view goes. */
export function useModel(
  canvas: RefObject<HTMLCanvasElement | null>,
  media: ModelFile,
  services: Pick<MediaServices, 'url'>,
  facts: Pick<MediaFacts, 'detectedType' | 'sizeBytes'> | undefined,
  look: ModelLook,
): {
  readonly stage: RefObject<Stage | undefined>;
  readonly status: ModelStatus;
  /** Mean of the faces' shape figures, once they were coloured by them. */
  readonly meanQuality: number | undefined;
} {
  const stage = useRef<Stage>(undefined);
  const colors = useThemeColors(canvas, ['--tone', '--raise']);
  const [status, setStatus] = useState<ModelStatus>({ kind: 'loading' });
  const [meanQuality, setMeanQuality] = useState<number>();
  const { '--tone': color, '--raise': background } = colors;
  const { url } = services;
  const { detectedType, sizeBytes } = facts ?? {};

  useEffect(() => {
    const surface = canvas.current;
    if (surface === null) return;
    const aborter = new AbortController();
    let made: Stage | undefined;
    const run = async () => {
      made = createStage(surface, fail);
      stage.current = made;
      const siblings = media.siblings ?? [];
      const source = { ref: media.ref, siblings, url, detectedType, sizeBytes };
      const loaded = await loadModel(source, aborter.signal, () => made?.invalidate());
      const { object, notes } = loaded;
      if (aborter.signal.aborted) return disposeObject(object);
      const measured = measureObject(object);
      if (measured.vertices === 0) throw new Error('It holds no vertices.');
      made.show(object);
      const { radius } = boundingSphere(object);
      setStatus({ kind: 'ready', measured, radius, notes });
    };
    const fail = (error: unknown) => {
      if (aborter.signal.aborted) return;
      made?.dispose();
      made = undefined;
      stage.current = undefined;
      const message = error instanceof Error ? error.message : String(error);
      setStatus({ kind: 'failed', message });
    };
    run().catch(fail);
    return () => {
      aborter.abort();
      stage.current = undefined;
      disposeBehindPaint(surface, () => made?.dispose());
    };
  }, [canvas, media, url, detectedType, sizeBytes]);

  const { surface, isWireframe, hasAxes, unit, link } = look;
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
    if (!isReady) return;
    stage.current?.setLook(surface);
    setMeanQuality(stage.current?.meanQuality());
  }, [isReady, surface]);
  useEffect(() => {
    if (isReady) stage.current?.orbit.setUnit(unit);
  }, [isReady, unit]);
  useEffect(() => {
    if (isReady) stage.current?.orbit.setLink(link);
  }, [isReady, link]);
  return { stage, status, meanQuality };
}
