// Shows media cards alone, over a real file server: what the specs under tests/e2e/viewers drive.
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '../../renderer/theme/tokens.css';
import '../../renderer/theme/base.css';
import './harness.css';
import { AppError } from '../../shared/api/errors.ts';
import { z } from 'zod';
import { CaptionTrack } from '../../shared/model/captions.ts';
import type { Item, TagRole } from '../../shared/model/content.ts';
import { ModelDefects } from '../../shared/model/defects.ts';
import { Spectrogram } from '../../shared/model/spectrogram.ts';
import { MediaFacts, MediaRef } from '../../shared/model/media.ts';
import { Waveform } from '../../shared/model/waveform.ts';
import { MediaCard } from '../../renderer/components/media-card/MediaCard.tsx';
import { Prose } from '../../renderer/components/markdown/Prose.tsx';
import type {
  CompareEntry,
  MediaServices,
  ModalityView,
  Tone,
} from '../../renderer/modalities/define.ts';
import { MODALITY_VIEWS } from '../../renderer/modalities/index.ts';
import { createViewerLink, type ViewerLink } from '../../renderer/modalities/viewer-link.ts';
import { togglePlayback } from '../../renderer/modalities/parts/playback.ts';
import { gpuMemory } from '../../renderer/modalities/threeD/shared-renderer.ts';

/** A card as a spec asks for it; `file` and `siblings` are names of fixtures. */
export interface CardSpec {
  readonly tag: string;
  readonly modality: Item['modality'];
  readonly file?: string;
  readonly siblings?: readonly string[];
  readonly media?: Item['media'];
  readonly caption?: string;
  readonly tone?: Tone;
  readonly role?: TagRole;
  readonly badge?: string;
}

async function ask(path: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(path, signal === undefined ? {} : { signal });
  const body: unknown = await response.json();
  if (!response.ok) throw AppError.fromWire(body as Parameters<typeof AppError.fromWire>[0]);
  return body;
}

const services: MediaServices = {
  url: (id) => `media/${id}`,
  facts: async (id) => MediaFacts.parse(await ask(`facts/${id}`)),
  spectrogram: async ({ mediaId, ...order }, signal) =>
    Spectrogram.parse(
      await ask(
        `spectrogram/${mediaId}?order=${encodeURIComponent(JSON.stringify(order))}`,
        signal,
      ),
    ),
  captions: async (id, signal) => z.array(CaptionTrack).parse(await ask(`captions/${id}`, signal)),
  defects: async (id) => ModelDefects.parse(await ask(`defects/${id}`)),
  peaks: async ({ mediaId, bins, isQuick = false }, signal) =>
    Waveform.parse(await ask(`peaks/${mediaId}?bins=${bins}&quick=${isQuick}`, signal)),
};

const refOf = async (name: string) => MediaRef.parse(await ask(`ref/${encodeURIComponent(name)}`));

async function itemOf(spec: CardSpec): Promise<Item> {
  const { tag, modality, file, caption } = spec;
  const base = { tag, modality, number: 1, ...(caption !== undefined && { caption }) };
  if (file === undefined) {
    return { ...base, media: spec.media ?? { kind: 'inline', text: '' } };
  }
  const siblings = await Promise.all((spec.siblings ?? []).map(refOf));
  return { ...base, media: { kind: 'file', ref: await refOf(file), path: file, siblings } };
}

async function factsOf({ file }: CardSpec): Promise<MediaFacts | undefined> {
  return file === undefined ? undefined : services.facts((await refOf(file)).id);
}

const COMPARED: readonly Pick<CompareEntry, 'label' | 'name' | 'tone'>[] = [
  { label: 'Reference', name: 'Reference', tone: 'reference' },
  { label: 'A', name: 'Model one', tone: 'a' },
  { label: 'B', name: 'Model two', tone: 'b' },
  { label: 'C', name: 'Model three', tone: 'c' },
  { label: 'D', name: 'Model four', tone: 'd' },
];

async function entryOf(spec: CardSpec, index: number): Promise<CompareEntry> {
  const [item, facts] = await Promise.all([itemOf(spec), factsOf(spec)]);
  const { label, name, tone } = COMPARED[index % COMPARED.length] ?? COMPARED[0]!;
  return { id: String(index), label, name, tone, item, facts };
}

const root = createRoot(document.getElementById('root') ?? document.body);

const harness = {
  async show(specs: readonly CardSpec[], width = 340) {
    const items = await Promise.all(specs.map(itemOf));
    root.render(
      <div className="column" style={{ width }}>
        {items.map((item, index) => {
          const { tone = 'a', role, badge } = specs[index] ?? {};
          return (
            <MediaCard
              key={index}
              item={item}
              tone={tone}
              services={services}
              role={role}
              badge={badge}
            />
          );
        })}
      </div>,
    );
  },
  /** Viewers beside each other, without their cards, joined by one link. */
  async linked(specs: readonly CardSpec[], width = 340) {
    const shown = await Promise.all(
      specs.map(async (spec) => ({ item: await itemOf(spec), facts: await factsOf(spec) })),
    );
    const link = createViewerLink();
    window.link = link;
    const { View } = await MODALITY_VIEWS[specs[0]?.modality ?? 'text'].load();
    root.render(
      <div style={{ display: 'flex', height: 500 }}>
        {shown.map(({ item, facts }, index) => (
          <div
            key={index}
            data-linked={index}
            style={{ display: 'grid', grid: '100% / 100%', width: width * (1 + index / 4) }}
          >
            <View item={item} facts={facts} size="full" tone="a" services={services} link={link} />
          </div>
        ))}
      </div>,
    );
  },
  /** The comparison of a modality, over the whole page; the first is the reference. */
  async compare(specs: readonly CardSpec[]) {
    const view: ModalityView = MODALITY_VIEWS[specs[0]?.modality ?? 'text'];
    const loaded = await view.loadCompare?.();
    if (loaded === undefined) throw new Error('This modality has no comparison.');
    const entries = await Promise.all(specs.map(entryOf));
    const { Compare } = loaded;
    root.render(
      <div style={{ height: '100vh' }}>
        <Compare entries={entries} services={services} />
      </div>,
    );
  },
  prose(text: string) {
    root.render(
      <div className="column" style={{ width: 640 }}>
        <Prose text={text} />
      </div>,
    );
  },
  clear: () => root.render(undefined),
  theme: (name: 'light' | 'dark') => (document.documentElement.dataset['theme'] = name),
  togglePlayback,
  gpuMemory,
};
export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
    /** Of the viewers that are shown joined; a spec may listen to it. */
    link?: ViewerLink;
  }
}
window.harness = harness;
