import type { ComponentType } from 'react';
import type { MediaFacts } from '../../shared/model/media.ts';
import type { Item } from '../../shared/model/content.ts';

/** Whose column an item stands in; decides its colour, never its meaning alone. */
export type Tone = 'task' | 'reference' | 'a' | 'b' | 'c' | 'd';

/** What a viewer may ask for; given as a prop, so that a view can be shown alone in a test. */
export interface MediaServices {
  /** Address that serves the file with byte ranges. */
  readonly url: (mediaId: string) => string;
  readonly facts: (mediaId: string) => Promise<MediaFacts>;
  readonly peaks: (
    mediaId: string,
    bins: number,
  ) => Promise<{ durationMs: number; channels: number; sampleRateHz: number; peaks: number[] }>;
}

export interface ModalityViewProps {
  readonly item: Item;
  readonly tone: Tone;
  readonly services: MediaServices;
  /** `card`: at its tag in a column, at most about 320 px high; `full`: fills its container. */
  readonly size: 'card' | 'full';
  /** Facts already read for a file; undefined for inline items. */
  readonly facts: MediaFacts | undefined;
}

/** A viewer of one modality: lazy, disposing what it makes, wrapped in a crash boundary by its card. */
export interface ModalityView {
  readonly load: () => Promise<{ readonly View: ComponentType<ModalityViewProps> }>;
  /** False when it interprets untrusted markup (then it must sanitize); true when it cannot run any. */
  readonly safe: boolean;
  /** Pixel height that the card keeps free while it loads, so that nothing jumps. */
  readonly cardHeightPx: number;
}
