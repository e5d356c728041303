import { Axis3d, Contrast, Grid3x3, RotateCcw, ScanSearch } from 'lucide-react';
import { ToolBar, ToolButton } from '../parts/ToolBar.tsx';

/** How a model is looked at. */
export interface ModelChoices {
  readonly isWireframe: boolean;
  readonly hasAxes: boolean;
  /** Fronts and backs in colours of their own. */
  readonly isFacing: boolean;
  readonly hasDefects: boolean;
}

export const NO_CHOICES: ModelChoices = {
  isWireframe: false,
  hasAxes: false,
  isFacing: false,
  hasDefects: false,
};

export function ModelTools({
  hasFaces,
  choices,
  onChoose,
  onReset,
}: {
  readonly hasFaces: boolean;
  readonly choices: ModelChoices;
  readonly onChoose: (choices: ModelChoices) => void;
  readonly onReset: () => void;
}) {
  const { isWireframe, hasAxes, isFacing, hasDefects } = choices;
  return (
    <ToolBar label="Model" floating>
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
            onClick={() => onChoose({ ...choices, isFacing: !isFacing })}
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
      <ToolButton
        label="Reset the view"
        keys="0"
        icon={<RotateCcw size={13} />}
        onClick={onReset}
      />
    </ToolBar>
  );
}
