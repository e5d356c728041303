import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { keyTitle } from '../../hooks/key-match.ts';
import { ToolButton, ToolText } from '../parts/ToolBar.tsx';
import type { Zoom } from './use-zoom.ts';

/** Buttons that zoom, for a toolbar. */
export function ZoomTools({
  zoom,
  hasDigits = true,
}: {
  readonly zoom: Zoom;
  /** False where the digits mean something else. */
  readonly hasDigits?: boolean;
}) {
  return (
    <>
      <ToolButton
        label="Zoom out"
        keys={keyTitle('large.zoomOut')}
        icon={<ZoomOut size={14} />}
        onClick={() => zoom.step(-1)}
      />
      <ToolText>{Math.round((zoom.placement?.scale ?? 1) * 100)} %</ToolText>
      <ToolButton
        label="Zoom in"
        keys={keyTitle('large.zoomIn')}
        icon={<ZoomIn size={14} />}
        onClick={() => zoom.step(1)}
      />
      <ToolButton
        label="Actual size, 1:1"
        {...(hasDigits && { keys: '1' })}
        text="1:1"
        onClick={() => zoom.showAt(1)}
      />
      <ToolButton
        label="Fit"
        keys={keyTitle('large.fit')}
        icon={<Maximize size={13} />}
        isPressed={zoom.isFitted}
        onClick={zoom.showFitted}
      />
    </>
  );
}
