import { MODALITIES, type ModalityId } from '../../../shared/model/modality.ts';
import { MODALITY_ICONS } from './icons.ts';

/** A modality's icon, named for screen readers unless its name stands beside it. */
export function ModalityIcon({
  modality,
  size = 14,
  isDecorative = false,
}: {
  readonly modality: ModalityId;
  readonly size?: number;
  readonly isDecorative?: boolean;
}) {
  const Icon = MODALITY_ICONS[modality];
  return isDecorative ? (
    <Icon size={size} aria-hidden="true" />
  ) : (
    <Icon size={size} role="img" aria-label={MODALITIES[modality].label} />
  );
}
