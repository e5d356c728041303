import { MODALITY_IDS } from '../../../shared/model/modality.ts';
import { MODALITY_ICONS } from './icons.ts';

/**
 * The icons once, as symbols: a row of a long table then needs one element an icon. Mounted by the view
 * that uses `ModalityFlow`.
 */
export function ModalitySprite() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      {MODALITY_IDS.map((id) => {
        const Icon = MODALITY_ICONS[id];
        return (
          <symbol key={id} id={`modality-${id}`} viewBox="0 0 24 24">
            <Icon width={24} height={24} />
          </symbol>
        );
      })}
    </svg>
  );
}
