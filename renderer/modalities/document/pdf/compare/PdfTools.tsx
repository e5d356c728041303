import type { ReactNode } from 'react';
import { ChevronDown, ChevronUp, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { ToolBar, ToolButton, ToolSelect, ToolSpace, ToolText } from '../../../parts/ToolBar.tsx';
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
        <ToolButton
          label="Smaller"
          keys="−"
          icon={<ZoomOut size={14} />}
          onClick={() => onZoom(zoomed(zoom, 1 / 1.25))}
        />
        <ToolText>{Math.round(zoom * 100)} %</ToolText>
        <ToolButton
          label="Larger"
          keys="+"
          icon={<ZoomIn size={14} />}
          onClick={() => onZoom(zoomed(zoom, 1.25))}
        />
        <ToolButton
          label="Fit the width"
          keys="0"
          icon={<MoveHorizontal size={14} />}
          isPressed={zoom === 1}
          onClick={() => onZoom(1)}
        />
        <ToolSpace />
        <ToolText>
          <span role="status">{status}</span>
        </ToolText>
        <ToolButton
          label="Previous page that differs"
          keys="p"
          icon={<ChevronUp size={14} />}
          isDisabled={onStep === undefined}
          onClick={() => onStep?.(-1)}
        />
        <ToolButton
          label="Next page that differs"
          keys="n"
          icon={<ChevronDown size={14} />}
          isDisabled={onStep === undefined}
          onClick={() => onStep?.(1)}
        />
        {tools}
      </ToolBar>
    </div>
  );
}
