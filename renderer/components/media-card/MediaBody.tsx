// What stands in a card: the viewer, or the state that keeps it from being shown. Every state is a
// sentence; none is an error of the page.
import { createElement, useState } from 'react';
import type { ItemMark } from '../../../shared/model/annotation.ts';
import { MODALITIES } from '../../../shared/model/modality.ts';
import type { ModalityViewProps } from '../../modalities/define.ts';
import { MODALITY_VIEWS } from '../../modalities/index.ts';
import { StateBox } from '../../modalities/parts/StateBox.tsx';
import { useMarkScope } from '../marks/mark-scope.ts';
import { CrashBoundary } from './CrashBoundary.tsx';
import { FileActions } from './FileActions.tsx';
import styles from './MediaCard.module.css';
import type { FactsState } from './use-facts.ts';
import { useView } from './use-view.ts';

interface Props extends Omit<ModalityViewProps, 'facts'> {
  readonly state: FactsState;
  readonly isMounted: boolean;
  readonly onRetry: () => void;
}

export function MediaBody(props: Props) {
  const { item, state, services, onRetry } = props;
  const { media } = item;
  const [isForced, setForced] = useState(false);
  const label = MODALITIES[item.modality].label.toLowerCase();
  if (media.kind === 'missing') {
    return (
      <StateBox kind="bad" title={`${label} missing`} detail={`No file for “${media.value}”.`}>
        <Tried paths={media.tried} />
      </StateBox>
    );
  }
  if (media.kind === 'url') {
    const detail = `On host “${media.host}”, never fetched.`;
    return (
      <StateBox kind="quiet" title={`${label} on another host`} detail={detail}>
        <code>{media.url}</code>
      </StateBox>
    );
  }
  if (media.kind === 'refused') {
    return (
      <StateBox kind="bad" title={`${label} refused`} detail={media.reason}>
        <code>{media.value}</code>
      </StateBox>
    );
  }
  if (media.kind === 'inline' && item.modality !== 'code' && item.modality !== 'text') {
    const title = `${label}: text in place of a file`;
    return <StateBox kind="quiet" title={title} detail={media.text} />;
  }
  if (state.status === 'failed') {
    return (
      <StateBox kind="bad" title={`${label} cannot be read`} detail={state.message}>
        <button type="button" onClick={onRetry}>
          Try again
        </button>
        <FileActions item={item} services={services} />
      </StateBox>
    );
  }
  if (state.status === 'ready' && state.facts.broken !== undefined && !isForced) {
    return (
      <StateBox kind="bad" title={`${label} broken`} detail={state.facts.broken}>
        {state.facts.sizeBytes > 0 && (
          <button type="button" onClick={() => setForced(true)}>
            Show what can be read
          </button>
        )}
        <FileActions item={item} services={services} />
      </StateBox>
    );
  }
  return <Viewer {...props} />;
}

function Viewer({ isMounted, state, onRetry: _, ...view }: Props) {
  const { item, services } = view;
  const isReady = state.status === 'none' || state.status === 'ready';
  return (
    <CrashBoundary name={item.tag} actions={<FileActions item={item} services={services} />}>
      {isMounted && isReady ? (
        <LoadedView {...view} facts={state.status === 'ready' ? state.facts : undefined} />
      ) : (
        <Placeholder {...view} />
      )}
    </CrashBoundary>
  );
}

function LoadedView(props: ModalityViewProps) {
  const { item } = props;
  const View = useView(item.modality);
  const scope = useMarkScope();
  const marks = scope?.marksOf(item);
  const onMark =
    scope?.canMark(item) === true
      ? (mark: ItemMark, at: DOMRect) => scope.onMark(item, mark, at)
      : undefined;
  // a module's own component, not one made here
  return View === undefined ? (
    <Placeholder {...props} />
  ) : (
    createElement(View, { ...props, marks, onMark })
  );
}

function Placeholder({ item, size }: Pick<ModalityViewProps, 'item' | 'size'>) {
  const { cardHeightPx } = MODALITY_VIEWS[item.modality];
  const height = size === 'card' ? cardHeightPx : '100%';
  return (
    <div className={styles.placeholder} data-placeholder style={{ height }} aria-hidden="true" />
  );
}

function Tried({ paths }: { readonly paths: readonly string[] }) {
  if (paths.length === 0) return undefined;
  return (
    <details className={styles.tried}>
      <summary>Where it was looked for ({paths.length})</summary>
      <ol>
        {paths.map((path) => (
          <li key={path}>{path}</li>
        ))}
      </ol>
    </details>
  );
}
