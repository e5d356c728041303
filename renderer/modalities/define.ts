import type { ComponentType, Ref } from 'react';
import type { ItemMark } from '../../shared/model/annotation.ts';
import type { CaptionTrack } from '../../shared/model/captions.ts';
import type { ModelDefects } from '../../shared/model/defects.ts';
import type { MediaFacts } from '../../shared/model/media.ts';
import type { Spectrogram, SpectrogramRequest } from '../../shared/model/spectrogram.ts';
import type { Waveform, WaveformRequest } from '../../shared/model/waveform.ts';
import type { Item } from '../../shared/model/content.ts';
import type { ViewerLink } from './viewer-link.ts';

/** Whose column an item stands in; decides its colour, never its meaning alone. */
export type Tone = 'task' | 'reference' | 'a' | 'b' | 'c' | 'd';

/** What a viewer may ask for; given as a prop, so that a view can be shown alone in a test. */
export interface MediaServices {
  /** Address that serves the file with byte ranges. */
  readonly url: (mediaId: string) => string;
  readonly facts: (mediaId: string) => Promise<MediaFacts>;
  /** Facts that are already here, so that a card known before takes its final size at once. */
  readonly knownFacts?: (mediaId: string) => MediaFacts | undefined;
  /** How loud a sound is over its time; see `Waveform`. */
  readonly peaks: (request: WaveformRequest, signal?: AbortSignal) => Promise<Waveform>;
  /** How loud each frequency is at each time of a stretch. */
  readonly spectrogram: (request: SpectrogramRequest, signal?: AbortSignal) => Promise<Spectrogram>;
  /** Words that belong to a film or a sound; absent where they would tell too much. */
  readonly captions?: (mediaId: string, signal?: AbortSignal) => Promise<readonly CaptionTrack[]>;
  /** Where the defects of a 3D model are. */
  readonly defects: (mediaId: string, signal?: AbortSignal) => Promise<ModelDefects>;
  /** Shows the file in the system's file manager; absent where the host cannot. */
  readonly reveal?: ((mediaId: string) => void) | undefined;
  /** Opens the file with the system's program for it; absent where the host cannot. */
  readonly openExternally?: ((mediaId: string) => void) | undefined;
}

/** A place on an item of which somebody said something; its number stands in the list too. */
export interface PlacedMark {
  readonly id: string;
  readonly number: number;
  /** What was said, in short. */
  readonly label: string;
  readonly mark: ItemMark;
  /** It was said of other content. */
  readonly isStale: boolean;
}

/** Asks what to say of a place on the item; `anchor` is where it is in the window. */
export type OnMark = (mark: ItemMark, anchor: DOMRect) => void;

/** A part of an item, as somebody selected it in its viewer. */
export interface SelectedPlace {
  readonly mark: ItemMark;
  /** Where it is in the window. */
  readonly anchor: DOMRect;
}

/** What is selected in a viewer now; undefined: nothing but the whole item. */
export type ReadSelection = () => SelectedPlace | undefined;

/** Brings a place of the item into sight: its line, page or sheet. */
export type ShowMark = (mark: ItemMark) => void;

export interface ModalityViewProps {
  readonly item: Item;
  readonly tone: Tone;
  readonly services: MediaServices;
  /** `card`: at its tag in a column, at most about 320 px high; `full`: fills its container. */
  readonly size: 'card' | 'full';
  /** Facts already read for a file; undefined for inline items. */
  readonly facts: MediaFacts | undefined;
  /** Short facts that only the viewer learns, for the card's bar, e.g. `12 pages`. */
  readonly onDetails?: (details: readonly string[]) => void;
  /** Joins it with the viewers of the items that it is paired with; absent where it stands alone. */
  readonly link?: ViewerLink | undefined;
  /** Drawn where they are, where the viewer can. */
  readonly marks?: readonly PlacedMark[] | undefined;
  /** Absent where nothing can be marked. */
  readonly onMark?: OnMark | undefined;
  /** Filled by the viewer, where a part of its item can be selected. */
  readonly selection?: Ref<ReadSelection> | undefined;
  /** Filled by the viewer, where it shows its item in parts. */
  readonly showing?: Ref<ShowMark> | undefined;
}

/** One of the items that are compared: the reference's or a model's. */
export interface CompareEntry {
  /** Of its column. */
  readonly id: string;
  /** Short, e.g. `Reference` or `A`; `name` in full, e.g. `Aria-7B`. */
  readonly label: string;
  readonly name: string;
  readonly tone: Tone;
  readonly item: Item;
  /** Facts already read for a file; undefined for inline items. */
  readonly facts: MediaFacts | undefined;
  /** Drawn where they are, where the comparison can. */
  readonly marks?: readonly PlacedMark[] | undefined;
}

/** A marked place that is to be brought into sight; another object each time it is asked for. */
export interface MarkGoal {
  /** The entry on whose item it is. */
  readonly entryId: string;
  readonly mark: ItemMark;
}

/** Two to five items of one modality, the reference first where there is one. */
export interface ModalityCompareProps {
  readonly entries: readonly CompareEntry[];
  readonly services: MediaServices;
  /** Gone to as soon as it can be, and once; undefined while nothing is asked for. */
  readonly goal?: MarkGoal | undefined;
}

/** A viewer of one modality: lazy, disposing what it makes, wrapped in a crash boundary by its card. */
export interface ModalityView {
  readonly load: () => Promise<{ readonly View: ComponentType<ModalityViewProps> }>;
  /** Compares several files in one view; absent where views beside each other are all there is. */
  readonly loadCompare?: () => Promise<{ readonly Compare: ComponentType<ModalityCompareProps> }>;
  /** False when it interprets untrusted markup (then it must sanitize); true when it cannot run any. */
  readonly safe: boolean;
  /** Pixel height that the card keeps free while it loads, so that nothing jumps. */
  readonly cardHeightPx: number;
  /** Holds players, GPU memory or workers: taken down when its card is far from what is seen. */
  readonly isHeavy: boolean;
}
