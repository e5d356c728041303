import {
  ChevronDown,
  ChevronUp,
  Diff,
  Frame,
  Link2,
  PanelRight,
  Rows3,
  Workflow,
} from 'lucide-react';
import { DIFFICULTY_LABELS } from '../../../shared/model/dataset.ts';
import { MODALITIES, type ModalityId } from '../../../shared/model/modality.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import { IconButton } from '../../components/button/IconButton.tsx';
import { Chip } from '../../components/chip/Chip.tsx';
import { HeaderSlot } from '../../components/header-slot/HeaderSlot.tsx';
import { formatCount } from '../../components/score/format-score.ts';
import { stepInstance, type Position } from '../../stores/position-store.ts';
import { navigate } from '../../stores/route-store.ts';
import { WholeMarks } from './annotations/WholeMarks.tsx';
import { ColumnToggles } from './ColumnToggles.tsx';
import type { Column } from './columns.ts';
import styles from './InstanceBar.module.css';
import type { DiffAgainst } from './layout-params.ts';
import type { LayoutControls } from './use-layout.ts';

const DIFF_LABELS: Readonly<Record<DiffAgainst, string>> = {
  off: 'Text difference: off',
  reference: 'Text difference: against the reference',
  other: 'Text difference: between the models',
};

/** In the app's header: facts of the open instance, its place in the list, what is shown of it. */
export function InstanceBar({
  instance,
  columns,
  position,
  controls,
}: {
  readonly instance: InstanceDetail;
  readonly columns: readonly Column[];
  readonly position: Position | undefined;
  readonly controls: LayoutControls;
}) {
  const { layout } = controls;
  return (
    <>
      <HeaderSlot place="facts">
        {instance.difficulty !== undefined && <Chip>{DIFFICULTY_LABELS[instance.difficulty]}</Chip>}
        <Chip>{combinationOf(instance)}</Chip>
        {instance.ordinal > 1 && <Chip>duplicate {instance.ordinal}</Chip>}
        <WholeMarks />
      </HeaderSlot>
      <HeaderSlot place="tools">
        <span className={styles.position} role="status">
          {describePosition(position)}
        </span>
        <span className={styles.group}>
          <IconButton
            label="Previous instance"
            action="instance.previous"
            isDisabled={position?.previous === undefined}
            onClick={() => stepInstance(-1)}
          >
            <ChevronUp size={15} />
          </IconButton>
          <IconButton
            label="Next instance"
            action="instance.next"
            isDisabled={position?.next === undefined}
            onClick={() => stepInstance(1)}
          >
            <ChevronDown size={15} />
          </IconButton>
        </span>
        <ColumnToggles columns={columns} hidden={layout.hidden} onToggle={controls.toggleHidden} />
        <span className={styles.group}>
          <IconButton
            label="Aligned rows: what belongs together side by side"
            action="instance.aligned"
            isPressed={layout.isAligned}
            onClick={controls.toggleAligned}
          >
            <Rows3 size={15} />
          </IconButton>
          <IconButton
            label={DIFF_LABELS[layout.diff]}
            action="instance.diff"
            isPressed={layout.diff !== 'off'}
            onClick={controls.nextDiff}
          >
            <Diff size={15} />
          </IconButton>
          <IconButton
            label="Link zoom, camera and page of items that belong together"
            action="instance.linkViews"
            isPressed={layout.areViewsLinked}
            onClick={controls.toggleViewLink}
          >
            <Frame size={15} />
          </IconButton>
          <IconButton
            label="Link the scrolling of the columns"
            action="instance.linkScroll"
            isPressed={layout.isScrollLinked}
            onClick={controls.toggleScrollLink}
          >
            <Link2 size={15} />
          </IconButton>
          <IconButton
            label="Scores beside the columns"
            action="instance.toggleAnatomy"
            isPressed={layout.isPanelShown}
            onClick={controls.togglePanel}
          >
            <PanelRight size={15} />
          </IconButton>
          <IconButton
            label="What the agent did with it"
            action="instance.agent"
            onClick={() => navigate({ screen: 'agent', view: { key: instance.key } })}
          >
            <Workflow size={15} />
          </IconButton>
        </span>
      </HeaderSlot>
    </>
  );
}

/** The combination in words, as `image + audio → 3D`. */
function combinationOf({ inputModalities, outputModalities }: InstanceDetail): string {
  const side = (ids: readonly ModalityId[]) =>
    ids.length === 0 ? 'text' : ids.map((id) => modalityWord(id)).join(' + ');
  return `${side(inputModalities)} → ${side(outputModalities)}`;
}

function modalityWord(id: ModalityId): string {
  return id === 'threeD' ? '3D' : MODALITIES[id].label.toLowerCase();
}

function describePosition(position: Position | undefined): string {
  if (position === undefined) return '';
  const total = formatCount(position.total);
  if (position.index === undefined) return `not among ${total} filtered`;
  return `${formatCount(position.index + 1)} of ${total}`;
}
