// One tooltip for the whole app: elements say what they are by `data-tip` (and `data-tip-keys`), a single
// layer shows it. A long table so needs no component a cell.
import { useEffect, useRef, useState } from 'react';
import { Kbd } from '../kbd/Kbd.tsx';
import styles from './TooltipLayer.module.css';
import { placeTip } from './place-tip.ts';

const DELAY_MS = 450;

interface Tip {
  readonly text: string;
  readonly keys: string | undefined;
  readonly anchor: DOMRect;
}

function tipOf(target: EventTarget | null): { element: HTMLElement; tip: Tip } | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  const text = element?.dataset.tip;
  if (element === null || text === undefined || text === '') return undefined;
  const tip = { text, keys: element.dataset.tipKeys, anchor: element.getBoundingClientRect() };
  return { element, tip };
}

export function TooltipLayer() {
  const [tip, setTip] = useState<Tip>();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shownFor: HTMLElement | undefined;
    const hide = () => {
      clearTimeout(timer);
      shownFor = undefined;
      setTip(undefined);
    };
    const show = (target: EventTarget | null, delayMs: number) => {
      const found = tipOf(target);
      if (found?.element === shownFor) return;
      hide();
      if (found === undefined) return;
      shownFor = found.element;
      timer = setTimeout(() => setTip(tipOf(found.element)?.tip), delayMs);
    };
    const onOver = (event: PointerEvent) => show(event.target, DELAY_MS);
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible'))
        show(event.target, 0);
    };
    document.addEventListener('pointerover', onOver);
    document.addEventListener('focusin', onFocus);
    const ends = ['pointerdown', 'keydown', 'focusout', 'scroll'] as const;
    for (const name of ends) document.addEventListener(name, hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onOver);
      document.removeEventListener('focusin', onFocus);
      for (const name of ends) document.removeEventListener(name, hide, true);
    };
  }, []);

  useEffect(() => {
    if (tip === undefined || box.current === null) return;
    const { left, top } = placeTip(tip.anchor, box.current.getBoundingClientRect(), {
      width: window.innerWidth,
      height: window.innerHeight,
    });
    box.current.style.translate = `${left}px ${top}px`;
  }, [tip]);

  if (tip === undefined) return null;
  return (
    <div ref={box} className={styles.tip} aria-hidden="true">
      {tip.text}
      {tip.keys !== undefined && <Kbd keys={tip.keys} />}
    </div>
  );
}
