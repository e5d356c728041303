// Shows media cards alone, over a real file server: what the specs under tests/e2e/viewers drive.
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '../../renderer/theme/tokens.css';
import '../../renderer/theme/base.css';
import './harness.css';
import { AppError } from '../../shared/api/errors.ts';
import type { Item, TagRole } from '../../shared/model/content.ts';
import { ModelDefects } from '../../shared/model/defects.ts';
import { MediaFacts, MediaRef } from '../../shared/model/media.ts';
import { MediaCard } from '../../renderer/components/media-card/MediaCard.tsx';
import { Prose } from '../../renderer/components/markdown/Prose.tsx';
import type { MediaServices, Tone, Waveform } from '../../renderer/modalities/define.ts';
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
  defects: async (id) => ModelDefects.parse(await ask(`defects/${id}`)),
  peaks: async (id, bins, signal) => (await ask(`peaks/${id}?bins=${bins}`, signal)) as Waveform,
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
  }
}
window.harness = harness;
