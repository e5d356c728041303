import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { QC_PHASES, type QcPhase, type QcRow } from '../../../../shared/model/quality-control.ts';
import { SeverityIcon } from '../../../components/problem-kind/SeverityIcon.tsx';
import { formatCount } from '../../../components/score/format-score.ts';
import { latest } from '../../../stores/async-data.ts';
import { rowAt } from '../../../stores/paged-rows.ts';
import { useQc, wantQueue } from '../../../stores/qc-store.ts';
import { placeInQueue } from '../../../stores/qc-work-store.ts';
import { hrefOf, navigate, useRoute } from '../../../stores/route-store.ts';
import { PHASE_LABELS, STATE_LABELS } from '../labels.ts';
import { withParts, type Seat } from '../seat.ts';
import styles from './QueuePane.module.css';
import { QueueFilters } from './QueueFilters.tsx';

const ROW_PX = 50;
const WAITING_IN = { review: 'open', check: 'reviewed', decide: 'disputed' } as const;

/** What is to be done, by whom and in which phase; only the rows on the screen exist. */
export function QueuePane({
  seat,
  shown,
}: {
  readonly seat: Seat;
  readonly shown: string | undefined;
}) {
  return (
    <section className={styles.pane} aria-label="Queue">
      <header>
        <p className={styles.who}>
          <a href={hrefOf({ screen: 'dataset-qc', view: {} })}>Dataset QC</a>
          <Who name={seat.name} />
        </p>
        <Phases phase={seat.phase} />
        <QueueFilters />
      </header>
      <Rows seat={seat} shown={shown} />
    </section>
  );
}

function Who({ name }: { readonly name: string }) {
  const own = useQc((store) =>
    latest(store.overview)?.people.find((person) => person.name === name),
  );
  const said = own === undefined ? 0 : own.reviewed + own.checked + own.decided;
  return (
    <span>
      {name}
      {said > 0 && ` · ${formatCount(said)} done`}
    </span>
  );
}

function Phases({ phase }: { readonly phase: QcPhase }) {
  const states = useQc((store) => latest(store.overview)?.states);
  const view = useRoute((route) => route.view);
  return (
    <div className={styles.phases} role="group" aria-label="Phase">
      {QC_PHASES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === phase}
          onClick={() =>
            navigate({
              view: withParts(view, { phase: each, record: undefined, standing: undefined }),
            })
          }
        >
          {PHASE_LABELS[each]}{' '}
          <small>{states === undefined ? '' : formatCount(states[WAITING_IN[each]])}</small>
        </button>
      ))}
    </div>
  );
}

function Rows({ seat, shown }: { readonly seat: Seat; readonly shown: string | undefined }) {
  'use no memo'; // what useVirtualizer returns must be read anew in every render
  const list = useQc((store) => store.list);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (list.total > 0) wantQueue(first, last);
  }, [first, last, list.total, list.isStale]);
  const { queue } = seat;
  useEffect(() => {
    if (shown === undefined || list.total === 0) return;
    void placeInQueue(queue, shown).then((at) => {
      if (at !== undefined) virtualizer.scrollToIndex(at, { align: 'auto' });
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when another record is shown
  }, [shown, list.total]);
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="group" aria-label="Records">
      {list.status === 'ready' && list.total === 0 && <p className={styles.none}>Nothing here.</p>}
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => (
          <li key={item.key} style={{ transform: `translateY(${item.start}px)` }}>
            <Row row={rowAt(list, item.index)} shown={shown} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({
  row,
  shown,
}: {
  readonly row: QcRow | undefined;
  readonly shown: string | undefined;
}) {
  const view = useRoute((route) => route.view);
  if (row === undefined) return <span className={styles.waiting} />;
  const [, subdomain = '', ...id] = row.key.split('/');
  return (
    <a
      className={styles.row}
      href={hrefOf({ view: withParts(view, { record: row.key }) })}
      aria-current={row.key === shown || undefined}
    >
      <span className={styles.key}>
        <span>
          {subdomain} <b>{id.join('/')}</b>
        </span>
        <span className={styles.marks}>
          {row.errors > 0 && <Mark severity="error" count={row.errors} />}
          {row.warnings > 0 && <Mark severity="warning" count={row.warnings} />}
        </span>
      </span>
      <span className={styles.excerpt}>
        <State row={row} />
        {row.excerpt}
      </span>
    </a>
  );
}

/** Nothing where there is nothing to tell: most records wait for their review. */
function State({ row }: { readonly row: QcRow }) {
  const { state, isStale, isRevised } = row;
  if (state === 'open' && !isStale) return null;
  return (
    <small data-state={state}>
      {isStale ? 'Changed' : STATE_LABELS[state]}
      {isRevised && ', revised'}
    </small>
  );
}

function Mark({
  severity,
  count,
}: {
  readonly severity: 'error' | 'warning';
  readonly count: number;
}) {
  return (
    <span className={styles.mark}>
      <SeverityIcon severity={severity} />
      {count}
    </span>
  );
}
