import { MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { keyTitle } from '../../../hooks/key-match.ts';
import { ToolButton, ToolText } from '../../parts/ToolBar.tsx';

const STEP = 1.25;

/** Buttons that zoom pages, for a toolbar; 1 fits the width. */
export function PdfZoomTools({
  zoom,
  onZoomBy,
  onFit,
}: {
  readonly zoom: number;
  readonly onZoomBy: (factor: number) => void;
  readonly onFit: () => void;
}) {
  return (
    <>
      <ToolButton
        label="Smaller"
        keys={keyTitle('large.zoomOut')}
        icon={<ZoomOut size={14} />}
        onClick={() => onZoomBy(1 / STEP)}
      />
      <ToolText>{Math.round(zoom * 100)} %</ToolText>
      <ToolButton
        label="Larger"
        keys={keyTitle('large.zoomIn')}
        icon={<ZoomIn size={14} />}
        onClick={() => onZoomBy(STEP)}
      />
      <ToolButton
        label="Fit the width"
        keys={keyTitle('large.fit')}
        icon={<MoveHorizontal size={14} />}
        isPressed={zoom === 1}
        onClick={onFit}
      />
    </>
  );
}
