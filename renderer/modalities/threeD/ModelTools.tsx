import { Axis3d, Contrast, Grid3x3, MapPinPlus, RotateCcw, ScanSearch } from 'lucide-react';
import { keyTitle } from '../../hooks/key-match.ts';
import { ToolBar, ToolButton, ToolSelect } from '../parts/ToolBar.tsx';
import type { PointPicking } from './pins/use-point-picking.ts';
import { LOOKS } from './SurfaceLegend.tsx';
import type { SurfaceLook } from './surface.ts';

/** How a model is looked at. */
export interface ModelChoices {
  readonly isWireframe: boolean;
  readonly hasAxes: boolean;
  readonly surface: SurfaceLook;
  readonly hasDefects: boolean;
}

export const NO_CHOICES: ModelChoices = {
  isWireframe: false,
  hasAxes: false,
  surface: 'own',
  hasDefects: false,
};

export function ModelTools({
  hasFaces,
  size,
  choices,
  onChoose,
  onReset,
  picking,
}: {
  readonly hasFaces: boolean;
  readonly size: 'card' | 'full';
  readonly choices: ModelChoices;
  readonly onChoose: (choices: ModelChoices) => void;
  readonly onReset: () => void;
  readonly picking: PointPicking | undefined;
}) {
  const { isWireframe, hasAxes, surface, hasDefects } = choices;
  const isFacing = surface === 'facing';
  return (
    <ToolBar label="Model" floating>
      {size === 'full' && (
        <ToolSelect
          label="Colour by"
          value={surface}
          options={LOOKS}
          onChange={(next) => onChoose({ ...choices, surface: next })}
        />
      )}
      {hasFaces && (
        <>
          <ToolButton
            label="Wireframe"
            icon={<Grid3x3 size={13} />}
            isPressed={isWireframe}
            onClick={() => onChoose({ ...choices, isWireframe: !isWireframe })}
          />
          <ToolButton
            label="Colour fronts and backs"
            icon={<Contrast size={13} />}
            isPressed={isFacing}
            onClick={() => onChoose({ ...choices, surface: isFacing ? 'own' : 'facing' })}
          />
        </>
      )}
      <ToolButton
        label="Axes"
        icon={<Axis3d size={14} />}
        isPressed={hasAxes}
        onClick={() => onChoose({ ...choices, hasAxes: !hasAxes })}
      />
      <ToolButton
        label="Defects"
        icon={<ScanSearch size={14} />}
        isPressed={hasDefects}
        onClick={() => onChoose({ ...choices, hasDefects: !hasDefects })}
      />
      {picking !== undefined && (
        <ToolButton
          label={picking.isOn ? 'Leave marking' : 'Mark a point, as Shift and click do'}
          keys={keyTitle('large.mark')}
          icon={<MapPinPlus size={13} />}
          isPressed={picking.isOn}
          onClick={picking.toggle}
        />
      )}
      <ToolButton
        label="Reset the view"
        keys={keyTitle('large.fit')}
        icon={<RotateCcw size={13} />}
        onClick={onReset}
      />
    </ToolBar>
  );
}
