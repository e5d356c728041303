import { useEffect, useState } from 'react';
import type { CaptionTrack, Cue } from '../../../shared/model/captions.ts';
import { ToolButton, ToolSelect } from '../parts/ToolBar.tsx';
import type { Transport } from '../parts/transport/transport.ts';
import { Captions } from 'lucide-react';
import { cuesAt } from './cues-at.ts';
import styles from './CaptionLine.module.css';

/** The words of the moment over the lower edge of a film. */
export function CaptionLine({
  track,
  transport,
}: {
  readonly track: CaptionTrack;
  readonly transport: Transport;
}) {
  const { cues, language } = track;
  const [shown, setShown] = useState<readonly Cue[]>([]);
  useEffect(() => {
    const show = (positionS: number) =>
      setShown((before) => {
        const now = cuesAt(cues, positionS * 1000);
        const isSame = now.length === before.length && now.every((cue, i) => cue === before[i]);
        return isSame ? before : now;
      });
    show(transport.position());
    return transport.onFrame(show);
  }, [cues, transport]);
  if (shown.length === 0) return undefined;
  return (
    <p className={styles.line} dir="auto" lang={language} data-captions>
      {shown.map(({ text }) => text).join('\n')}
    </p>
  );
}

/** Shows and hides captions, and chooses among several. */
export function CaptionTools({
  tracks,
  chosen,
  onChoose,
}: {
  readonly tracks: readonly CaptionTrack[];
  /** Index of the track; undefined while none is shown. */
  readonly chosen: number | undefined;
  readonly onChoose: (chosen: number | undefined) => void;
}) {
  if (tracks.length === 0) return undefined;
  const options = tracks.map(({ label }, index) => ({ value: String(index), text: label }));
  const warning = chosen === undefined ? undefined : tracks[chosen]?.warning;
  return (
    <>
      {warning !== undefined && (
        <span className={styles.warning} title={warning}>
          captions incomplete
        </span>
      )}
      {tracks.length > 1 && chosen !== undefined && (
        <ToolSelect
          label="Caption track"
          value={String(chosen)}
          options={options}
          onChange={(value) => onChoose(Number(value))}
        />
      )}
      <ToolButton
        label="Captions"
        icon={<Captions size={14} />}
        isPressed={chosen !== undefined}
        onClick={() => onChoose(chosen === undefined ? 0 : undefined)}
      />
    </>
  );
}
