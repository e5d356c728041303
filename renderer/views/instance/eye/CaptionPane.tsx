import type { CaptionUse } from '../../../../shared/model/judge.ts';
import type { Item } from '../../../../shared/model/content.ts';
import { MediaCard } from '../../../components/media-card/MediaCard.tsx';
import { VisibleText } from '../../../components/visible-text/VisibleText.tsx';
import type { Tone } from '../../../modalities/define.ts';
import { mediaServices } from '../../../stores/media-store.ts';
import { CallFacts } from './CallFacts.tsx';
import styles from './JudgesEye.module.css';

const SOURCES: Readonly<Record<CaptionUse['source'], string>> = {
  dataset: 'came with the dataset',
  imported: 'from a result file',
  captioner: 'by the captioner',
  'error-text': 'error text in its place',
};

/** Each medium beside the words that the judge was given for it. */
export function CaptionPane({
  captions,
  tone,
}: {
  readonly captions: readonly CaptionUse[];
  /** Of the response. */
  readonly tone: Tone;
}) {
  return (
    <div className={styles.pane} tabIndex={0} role="group" aria-label="Media and captions">
      <h3>Read in place of the media</h3>
      {captions.length === 0 && (
        <p className={styles.source}>No medium is in it: the judge read the text itself.</p>
      )}
      {captions.map((use) => (
        <Use
          key={`${use.side} ${use.tag}`}
          use={use}
          tone={use.side === 'response' ? tone : use.side}
        />
      ))}
    </div>
  );
}

function Use({ use, tone }: { readonly use: CaptionUse; readonly tone: Tone }) {
  return (
    <article className={styles.use} aria-label={`${use.tag} of the ${use.side}`}>
      <header>
        <b>
          {use.tag} <span>of the {use.side}</span>
        </b>
        <span>{SOURCES[use.source]}</span>
      </header>
      {use.media !== undefined && (
        <MediaCard item={itemOf(use, use.media)} tone={tone} services={mediaServices} />
      )}
      <blockquote className={styles.caption} data-source={use.source}>
        {use.caption === '' ? 'nothing: an empty caption' : <VisibleText text={use.caption} />}
      </blockquote>
      {use.call !== undefined && (
        <details className={styles.more}>
          <summary>How it was captioned</summary>
          <CallFacts call={use.call} />
          {use.call.messages.map((message, index) => (
            <pre key={index} className={styles.raw} tabIndex={0}>
              <VisibleText text={message.text} />
            </pre>
          ))}
        </details>
      )}
    </article>
  );
}

/** The caption stands below the card, so the card has none. */
function itemOf({ tag, modality }: CaptionUse, media: Item['media']): Item {
  return { tag, modality, number: Number(/\d+$/.exec(tag)?.[0] ?? 0), media };
}
