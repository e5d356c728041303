import { useEffect, useRef } from 'react';
import type { ModalityViewProps } from '../define.ts';
import { TimeMarksOf } from '../parts/marks/TimeMarks.tsx';
import { SoundCard } from './SoundCard.tsx';
import { SoundDesk } from './SoundDesk.tsx';

export function View(props: ModalityViewProps) {
  const { media } = props.item;
  if (media.kind !== 'file') return undefined;
  const { id } = media.ref;
  const Player = props.size === 'card' ? SoundCard : LargeSound;
  const onMark = props.size === 'card' ? undefined : props.onMark;
  return (
    <TimeMarksOf {...props} onMark={onMark}>
      <Player key={id} {...props} mediaId={id} />
    </TimeMarksOf>
  );
}

function LargeSound({
  item,
  tone,
  services,
  facts,
  mediaId,
}: ModalityViewProps & { readonly mediaId: string }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[data-own-keys]')?.focus();
  }, []);
  const entry = { id: 'sound', label: item.tag, name: item.tag, tone, item, facts, mediaId };
  return (
    <div ref={frame} style={{ height: '100%' }}>
      <SoundDesk entries={[entry]} services={services} />
    </div>
  );
}
