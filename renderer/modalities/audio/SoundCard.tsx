// Sound in a card: the engine's waveform, and a media element that streams. Nothing is decoded in the
// page, so a two-hour file opens as fast as a short one.
import { useEffect, useRef, useState } from 'react';
import { ChartNoAxesGantt } from 'lucide-react';
import WaveSurfer from 'wavesurfer.js';
import type { Waveform } from '../../../shared/model/waveform.ts';
import type { ModalityViewProps } from '../define.ts';
import { disposeBehindPaint } from '../parts/dispose-behind-paint.ts';
import { StateBox } from '../parts/StateBox.tsx';
import { ToolButton } from '../parts/ToolBar.tsx';
import { onPlayerKey } from '../parts/transport/player-keys.ts';
import { PlayerBar } from '../parts/transport/PlayerBar.tsx';
import type { Transport } from '../parts/transport/transport.ts';
import {
  useSoundTrack,
  useTransport,
  useTransportState,
} from '../parts/transport/use-transport.ts';
import type { Loaded } from '../parts/use-loaded.ts';
import { useThemeColors } from '../parts/use-theme-colors.ts';
import { SoundLane } from './SoundLane.tsx';
import styles from './SoundCard.module.css';
import { TimeSurface } from './TimeSurface.tsx';
import { coarseness, useWaveform } from './use-waveform.ts';

const BINS = 1200;
const ID = 'sound';

export function SoundCard({
  item,
  services,
  facts,
  mediaId,
}: ModalityViewProps & { readonly mediaId: string }) {
  const card = useRef<HTMLDivElement>(null);
  const waveform = useWaveform(services, mediaId, BINS);
  const known = waveform.status === 'ready' ? waveform.value : undefined;
  const transport = useTransport(card);
  const state = useTransportState(transport);
  const knownMs = facts?.durationMs;
  const durationS = knownMs === undefined ? undefined : knownMs / 1000;
  useSoundTrack(transport, { id: ID, url: services.url(mediaId), durationS });
  const [hasSpectrogram, setSpectrogram] = useState(false);
  const failure = state.tracks[ID]?.failure;
  if (failure !== undefined) {
    return <StateBox kind="bad" title={`${item.tag} cannot be played`} detail={failure} />;
  }
  const seen = { fromS: 0, toS: state.durationS };
  return (
    <div ref={card} className={styles.player} onKeyDown={(event) => onPlayerKey(event, transport)}>
      <div className={styles.wave}>
        <TimeSurface
          transport={transport}
          state={state}
          seen={seen}
          label={`Position in ${item.tag}`}
          data-waveform={known?.isComplete === false ? 'coarse' : waveform.status}
        >
          {hasSpectrogram ? (
            <SoundLane
              mediaId={mediaId}
              services={services}
              durationS={state.durationS}
              seen={seen}
              picture="spectrogram"
              scale="mel"
              waveform={known}
              name={item.tag}
            />
          ) : (
            <Wave transport={transport} waveform={known} status={waveform.status} />
          )}
        </TimeSurface>
      </div>
      <PlayerBar
        transport={transport}
        state={state}
        hasSound={false}
        before={<WaveformNote waveform={waveform} />}
      >
        <ToolButton
          label="Spectrogram"
          icon={<ChartNoAxesGantt size={14} />}
          isPressed={hasSpectrogram}
          onClick={() => setSpectrogram(!hasSpectrogram)}
        />
      </PlayerBar>
    </div>
  );
}

/** That the waveform is not all of it yet, or why there is none. */
function WaveformNote({ waveform }: { readonly waveform: Loaded<Waveform> }) {
  const coarse = waveform.status === 'ready' ? coarseness(waveform.value) : undefined;
  const why = waveform.status === 'failed' ? waveform.message : coarse;
  if (why === undefined) return undefined;
  return (
    <span className={styles.note} title={why}>
      {coarse === undefined ? 'no waveform' : 'coarse'}
    </span>
  );
}

/** The engine's waveform, what has been played drawn stronger; a line until it is here. */
function Wave({
  transport,
  waveform,
  status,
}: {
  readonly transport: Transport;
  readonly waveform: Waveform | undefined;
  readonly status: 'loading' | 'ready' | 'failed';
}) {
  const container = useRef<HTMLDivElement>(null);
  const colors = useThemeColors(container, ['--tone', '--raise']);
  const { '--tone': tone, '--raise': ground } = colors;
  useEffect(() => {
    const sound = transport.elementOf(ID);
    const host = container.current;
    if (!waveform || !sound || host === null || tone === '') return;
    const surfer = WaveSurfer.create({
      container: host,
      media: sound,
      peaks: [waveform.peaks],
      duration: waveform.durationMs / 1000,
      height: 'auto',
      // quiet sounds are drawn larger, but silence stays a line
      maxPeak: Math.max(0.05, ...waveform.peaks),
      barWidth: 2,
      barGap: 1,
      barRadius: 1,
      barMinHeight: 1,
      cursorWidth: 0,
      hideScrollbar: true,
      interact: false,
      // opaque: what has been played is painted over it and would take over its transparency
      waveColor: `color-mix(in srgb, ${tone} 50%, ${ground})`,
      progressColor: tone,
    });
    return () => disposeBehindPaint(host, () => surfer.destroy());
  }, [transport, waveform, tone, ground]);
  return <div ref={container} className={styles.surfer} data-status={status} />;
}
