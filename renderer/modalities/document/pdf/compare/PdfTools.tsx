import type { ReactNode } from 'react';
import { DifferenceSteps } from '../../../parts/DifferenceSteps.tsx';
import { ToolBar, ToolSelect, ToolSpace } from '../../../parts/ToolBar.tsx';
import { PdfZoomTools } from '../PdfZoomTools.tsx';
import styles from './PdfCompare.module.css';

/** How pages find each other. */
export type PagesBy = 'content' | 'number';

/** A zoom changed by a factor, within its limits. */
export const zoomed = (zoom: number, factor: number) => Math.min(5, Math.max(0.25, zoom * factor));

export function PdfTools({
  by,
  onBy,
  zoom,
  onZoom,
  status,
  onStep,
  tools,
}: {
  readonly by: PagesBy;
  readonly onBy: (by: PagesBy) => void;
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly status: string;
  /** Goes to another page that differs; undefined where there is none. */
  readonly onStep: ((step: 1 | -1) => void) | undefined;
  readonly tools: ReactNode;
}) {
  return (
    <div className={styles.tools}>
      <ToolBar label="Comparison">
        <ToolSelect<PagesBy>
          label="How pages find each other"
          value={by}
          options={[
            { value: 'content', text: 'pages by content' },
            { value: 'number', text: 'pages by number' },
          ]}
          onChange={onBy}
        />
        <PdfZoomTools
          zoom={zoom}
          onZoomBy={(factor) => onZoom(zoomed(zoom, factor))}
          onFit={() => onZoom(1)}
        />
        <ToolSpace />
        <DifferenceSteps status={status} name="page that differs" onStep={onStep} />
        {tools}
      </ToolBar>
    </div>
  );
}
