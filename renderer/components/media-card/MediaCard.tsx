// An item at its tag: content, then a slim bar with what is to be known of it. Mounts its viewer when
// it comes near what is seen, and takes heavy ones down again when it is far away.
import {
  memo,
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Maximize2, TriangleAlert } from 'lucide-react';
import type { Item, TagRole } from '../../../shared/model/content.ts';
import { MODALITIES } from '../../../shared/model/modality.ts';
import { isKeyOf } from '../../hooks/key-match.ts';
import type { MediaServices, Tone } from '../../modalities/define.ts';
import { MODALITY_VIEWS } from '../../modalities/index.ts';
import type { ViewerLink } from '../../modalities/viewer-link.ts';
import { useMarkHost } from '../marks/mark-host.ts';
import { VisibleText } from '../visible-text/VisibleText.tsx';
import { MarkNumbers } from '../marks/MarkNumbers.tsx';
import { factLines } from './fact-lines.ts';
import { FullView } from './FullView.tsx';
import { MediaBody } from './MediaBody.tsx';
import styles from './MediaCard.module.css';
import { useNearViewport, useRested } from './near-viewport.ts';
import { restOfCard } from './stepping-pace.ts';
import { useFacts } from './use-facts.ts';

export interface MediaCardProps {
  readonly item: Item;
  readonly tone: Tone;
  readonly services: MediaServices;
  readonly role?: TagRole | undefined;
  /** Drawn in the bar, e.g. the item's quality score. */
  readonly badge?: ReactNode;
  readonly onFocus?: (item: Item) => void;
  /** Joins its viewer with those of the items that it is paired with. */
  readonly link?: ViewerLink | undefined;
}

const noDetails: readonly string[] = [];

export const MediaCard = memo(function MediaCard(props: MediaCardProps) {
  const { item, tone, services, role, badge, onFocus, link } = props;
  const card = useRef<HTMLElement>(null);
  const { isNear, wasNear, isSeen } = useNearViewport(card);
  const { state, retry } = useFacts(services, item.media, wasNear);
  const [details, setDetails] = useState(noDetails);
  const [isOpen, setOpen] = useState(false);
  const onDetails = useCallback((next: readonly string[]) => {
    setDetails((before) => (before.join('\n') === next.join('\n') ? before : next));
  }, []);
  const { attach, selection, showing } = useMarkHost(item);
  useEffect(() => attach(card.current), [attach]);
  const { isHeavy } = MODALITY_VIEWS[item.modality];
  const [rest] = useState(() => restOfCard());
  const ownMs = isHeavy ? rest.heavy : item.modality === 'text' ? 0 : rest.light;
  const restMs = isSeen || ownMs === 0 ? ownMs : ownMs + rest.unseen;
  const isMounted = useRested(isHeavy ? isNear : wasNear, restMs);
  const isExpandable =
    item.media.kind === 'file' ||
    (item.media.kind === 'inline' && (item.modality === 'code' || item.modality === 'text'));
  const facts = state.status === 'ready' ? state.facts : undefined;
  const line = factLines(item, facts, details).join(' · ');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== card.current || !isExpandable || !isKeyOf('large.open', event)) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <article
      ref={card}
      className={styles.card}
      data-tone={tone}
      data-state={
        item.media.kind === 'file' && facts?.broken !== undefined ? 'broken' : item.media.kind
      }
      data-modality={item.modality}
      tabIndex={0}
      aria-label={`${item.tag}, ${MODALITIES[item.modality].label.toLowerCase()}`}
      onKeyDown={onKeyDown}
      onFocus={() => onFocus?.(item)}
    >
      <div className={styles.content}>
        <MediaBody
          item={item}
          tone={tone}
          services={services}
          size="card"
          state={state}
          isMounted={isMounted}
          onRetry={retry}
          onDetails={onDetails}
          link={link}
          selection={selection}
          showing={showing}
        />
      </div>
      <footer className={styles.bar}>
        <span className={styles.tag}>{item.tag}</span>
        <span className={styles.facts} title={line}>
          {line}
        </span>
        {facts !== undefined && facts.warnings.length > 0 && (
          <span
            className={styles.warning}
            title={facts.warnings.join('\n')}
            role="img"
            aria-label={facts.warnings.join(' ')}
          >
            <TriangleAlert size={13} aria-hidden="true" />
          </span>
        )}
        <span className={styles.end}>
          <MarkNumbers item={item} />
          {badge}
          <RoleLabel role={role} tone={tone} />
          {isExpandable && (
            <button
              type="button"
              className={styles.expand}
              data-expand
              onClick={() => setOpen(true)}
              aria-label={`Open ${item.tag} large`}
              title="Open large (Enter)"
            >
              <Maximize2 size={13} aria-hidden="true" />
            </button>
          )}
        </span>
      </footer>
      {item.caption !== undefined && item.caption !== '' && (
        <details className={styles.caption}>
          <summary>Caption</summary>
          <p>
            <VisibleText text={item.caption} />
          </p>
        </details>
      )}
      {isOpen && (
        <FullView
          {...props}
          state={state}
          onRetry={retry}
          onClose={() => setOpen(false)}
          returnTo={card}
        />
      )}
    </article>
  );
});

const ROLES: Readonly<Record<TagRole, string>> = {
  item: '',
  repeat: 'shown again',
  inputReference: 'from the input',
  expectedOutput: 'expected',
  dangling: 'dangling',
  orphan: 'orphan',
};

function RoleLabel({ role, tone }: { readonly role: TagRole | undefined; readonly tone: Tone }) {
  const own = tone === 'task' ? 'input' : tone === 'reference' ? 'reference' : '';
  const label = role === undefined || role === 'item' ? own : ROLES[role];
  if (label === '') return undefined;
  return (
    <span className={styles.role} data-role={role}>
      {label}
    </span>
  );
}
