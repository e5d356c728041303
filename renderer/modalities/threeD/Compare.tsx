// Compares models: tiles beside each other with one camera for all, coloured in the same way, at the
// same scale or each fitted.
import { useCallback, useMemo, useState, type KeyboardEvent } from 'react';
import { Axis3d, Grid3x3, Link2, RotateCcw } from 'lucide-react';
import { digitOf, isKeyOf, keyTitle } from '../../hooks/key-match.ts';
import type { ModalityCompareProps } from '../define.ts';
import { ToolBar, ToolButton, ToolSpace } from '../parts/ToolBar.tsx';
import { createViewerLink } from '../viewer-link.ts';
import { ModelTile } from './compare/ModelTile.tsx';
import { LOOKS, SurfaceLegend } from './SurfaceLegend.tsx';
import type { SurfaceLook } from './surface.ts';
import type { ModelLook } from './use-model.ts';
import styles from './Compare.module.css';

/** Ways to colour all models, in the order of their keys 1 to 5. */
const WAYS = [...LOOKS, { value: 'defects', text: 'Defects' }] as const;
type Way = (typeof WAYS)[number]['value'];

export function Compare({ entries, services, goal }: ModalityCompareProps) {
  const [isLinked, setLinked] = useState(true);
  const [link] = useState(() => createViewerLink());
  const [way, setWay] = useState<Way>('own');
  const [isWireframe, setWireframe] = useState(false);
  const [hasAxes, setAxes] = useState(false);
  const [resets, setResets] = useState(0);
  const [isSameScale, setSameScale] = useState(false);
  const [radii, setRadii] = useState<ReadonlyMap<string, number>>(() => new Map());
  const onRadius = useCallback((id: string, radius: number) => {
    setRadii((before) => new Map(before).set(id, radius));
  }, []);
  const largest = Math.max(0, ...radii.values());
  const surface: SurfaceLook = way === 'defects' ? 'own' : way;
  const unit = isSameScale && largest > 0 ? largest : undefined;
  const look = useMemo<ModelLook>(
    () => ({ surface, isWireframe, hasAxes, unit, link: isLinked ? link : undefined }),
    [surface, isWireframe, hasAxes, unit, isLinked, link],
  );

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const chosen = WAYS[digitOf('models.colour', event) ?? -1];
    if (chosen !== undefined) setWay(chosen.value);
    else if (isKeyOf('models.wireframe', event)) setWireframe(!isWireframe);
    else if (isKeyOf('models.axes', event)) setAxes(!hasAxes);
    else if (isKeyOf('models.sameScale', event)) setSameScale(!isSameScale);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.root} tabIndex={-1} onKeyDownCapture={onKey}>
      <div className={styles.tools}>
        <ToolBar label="Comparison">
          {WAYS.map(({ value, text }, index) => (
            <ToolButton
              key={value}
              label={`Colour by ${text.toLowerCase()}`}
              keys={String(index + 1)}
              text={text}
              isPressed={way === value}
              onClick={() => setWay(value)}
            />
          ))}
          <span className={styles.legend}>
            <SurfaceLegend look={surface} />
          </span>
          <ToolSpace />
          <ToolButton
            label="Same scale, else each is fitted"
            keys={keyTitle('models.sameScale')}
            text="Same scale"
            isPressed={isSameScale}
            onClick={() => setSameScale(!isSameScale)}
          />
          <ToolButton
            label="Wireframe"
            keys={keyTitle('models.wireframe')}
            icon={<Grid3x3 size={13} />}
            isPressed={isWireframe}
            onClick={() => setWireframe(!isWireframe)}
          />
          <ToolButton
            label="Axes"
            keys={keyTitle('models.axes')}
            icon={<Axis3d size={14} />}
            isPressed={hasAxes}
            onClick={() => setAxes(!hasAxes)}
          />
          <ToolButton
            label="Link the cameras"
            icon={<Link2 size={14} />}
            isPressed={isLinked}
            onClick={() => setLinked(!isLinked)}
          />
          <ToolButton
            label="Reset the views"
            keys={keyTitle('large.fit')}
            icon={<RotateCcw size={13} />}
            onClick={() => setResets(resets + 1)}
          />
        </ToolBar>
      </div>
      <div className={styles.tiles}>
        {entries.map((entry) => (
          <ModelTile
            key={entry.id}
            entry={entry}
            services={services}
            look={look}
            hasDefects={way === 'defects'}
            resets={resets}
            onRadius={onRadius}
            goal={goal?.entryId === entry.id ? goal : undefined}
          />
        ))}
      </div>
    </div>
  );
}
