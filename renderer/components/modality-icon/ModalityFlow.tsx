import { memo } from 'react';
import { MODALITIES, type ModalityId } from '../../../shared/model/modality.ts';
import styles from './ModalityFlow.module.css';

const ICON = 14;
const STEP = 18;
const ARROW = 17;

/** `image audio → image` as icons in one drawing; text is implied where a side has no other. */
export const ModalityFlow = memo(function ModalityFlow({
  input,
  output,
}: {
  readonly input: readonly ModalityId[];
  readonly output: readonly ModalityId[];
}) {
  const left: readonly ModalityId[] = input.length === 0 ? ['text'] : input;
  const right: readonly ModalityId[] = output.length === 0 ? ['text'] : output;
  const arrowAt = left.length * STEP;
  const width = arrowAt + ARROW + right.length * STEP;
  const name = (ids: readonly ModalityId[]) => ids.map((id) => MODALITIES[id].label).join(' + ');
  return (
    <svg
      className={styles.flow}
      role="img"
      aria-label={`${name(left)} → ${name(right)}`}
      width={width}
      height={ICON}
    >
      {left.map((id, index) => (
        <use key={id} href={`#modality-${id}`} x={index * STEP} width={ICON} height={ICON} />
      ))}
      <path d={`M${arrowAt + 2} 7h9m-3 -3l3 3l-3 3`} />
      {right.map((id, index) => (
        <use
          key={id}
          href={`#modality-${id}`}
          x={arrowAt + ARROW + index * STEP}
          width={ICON}
          height={ICON}
        />
      ))}
    </svg>
  );
});
