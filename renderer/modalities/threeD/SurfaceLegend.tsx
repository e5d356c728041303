import { BEST_QUALITY, QUALITY_STOPS } from './face-quality.ts';
import { BACK_COLOR, FRONT_COLOR, type SurfaceLook } from './surface.ts';
import styles from './ModelView.module.css';

/** Ways to colour a surface, as a choice for people. */
export const LOOKS = [
  { value: 'own', text: 'Material' },
  { value: 'facing', text: 'Fronts and backs' },
  { value: 'normals', text: 'Normals' },
  { value: 'quality', text: 'Face shape' },
] as const satisfies readonly { value: SurfaceLook; text: string }[];

const RAMP = `linear-gradient(90deg, ${QUALITY_STOPS.join(', ')})`;

/** What the colours of a surface mean; nothing for its own ones. */
export function SurfaceLegend({
  look,
  meanQuality,
}: {
  readonly look: SurfaceLook;
  /** Of the one model that is shown. */
  readonly meanQuality?: number | undefined;
}) {
  switch (look) {
    case 'own':
    case 'plain':
      return undefined;
    case 'facing':
      return (
        <>
          <i style={{ background: FRONT_COLOR }} /> front
          <i style={{ background: BACK_COLOR }} /> back
        </>
      );
    case 'normals':
      return (
        <>
          direction: <i style={{ background: '#ff8080' }} /> x
          <i style={{ background: '#80e080' }} /> y <i style={{ background: '#8080ff' }} /> z
        </>
      );
    case 'quality':
      return (
        <span
          className={styles.ramp}
          title="2√3 · area / Σ edge² of each face, the figure that the official 3D score averages; computed here for display"
        >
          sliver 0 <i style={{ background: RAMP }} /> {BEST_QUALITY} equilateral
          {meanQuality !== undefined && ` · mean ${meanQuality.toFixed(3)}`}
        </span>
      );
  }
}
