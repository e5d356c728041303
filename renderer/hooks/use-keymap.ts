import { useEffect } from 'react';
import { isActionAvailable } from '../stores/actions-store.ts';
import { startsAction, type KeyTarget } from './key-match.ts';
import { ACTION_IDS, actionOf } from './keymap.ts';
import { runAction } from './use-action.ts';

const LAYERS = '[role="dialog"],[role="alertdialog"],[role="menu"],[role="listbox"]';
const CONTROLS =
  'button,a[href],summary,select,input,video,audio,[role="button"],[role="slider"],[role="tab"],[role="checkbox"],[role="switch"],[role="separator"]';
const WITH_ARROWS =
  'select,video,audio,input[type="radio"],input[type="range"],[role="slider"],[role="tab"],[role="separator"],[data-own-arrows]';
const TEXTLESS = ['checkbox', 'radio', 'button', 'range', 'submit', 'reset', 'file', 'color'];

function describeTarget(target: EventTarget | null): KeyTarget {
  const element = target instanceof HTMLElement ? target : document.body;
  const layer = element.closest(LAYERS);
  return {
    isTyping:
      element.isContentEditable ||
      element instanceof HTMLTextAreaElement ||
      (element instanceof HTMLInputElement && !TEXTLESS.includes(element.type)),
    isInLayer: layer !== null,
    isInViewer: layer?.hasAttribute('data-viewer-layer') === true,
    isControl: element.closest(CONTROLS) !== null,
    usesArrows: element.closest(WITH_ARROWS) !== null,
  };
}

/** Starts actions by their keys; used once, by the app's frame. */
export function useKeymap(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = describeTarget(event.target);
      const id = ACTION_IDS.find(
        (each) => isActionAvailable(each) && startsAction(actionOf(each), event, target),
      );
      if (id === undefined) return;
      event.preventDefault();
      runAction(id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
