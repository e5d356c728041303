// Which key press means which action. Pure: takes what it needs of an event, so that every case can be
// tested without a browser.
import { viewerKeyOf, type Action, type ViewerKeyId } from './keymap.ts';

/** What is read of a KeyboardEvent. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly getModifierState: (modifier: 'AltGraph') => boolean;
}

/** What is read of the element that has the focus. */
export interface KeyTarget {
  readonly isTyping: boolean;
  /** Inside a dialog, a menu or a list box, which have keys of their own. */
  readonly isInLayer: boolean;
  /** That layer is a large view or a compare sheet. */
  readonly isInViewer: boolean;
  /** A button, link, slider, player …: Space and Enter belong to it. */
  readonly isControl: boolean;
  /** A slider, player, radio …: the arrow keys, Home and End belong to it too. */
  readonly usesArrows: boolean;
}

const ARROWS = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/** What is read of a press to know which key it is; React's events have it too. */
type KeyAlone = Omit<KeyPress, 'repeat' | 'isComposing'>;

/** The key's name as the keymap writes it; letters by their place on layouts without Latin ones. */
function keyName(press: KeyAlone): string {
  if (press.key === ' ') return 'Space';
  if (press.key.length !== 1) return press.key;
  const isLetter = /^\p{L}$/u.test(press.key);
  if (!isLetter) return press.key;
  const latin = /^[a-z]$/i.test(press.key) ? press.key : press.code.replace(/^Key/, '');
  return latin.toLowerCase();
}

/** True when the press is the keymap's `pattern`, e.g. `Mod+K`, `Shift+A`, `j`, `?`. */
export function matchesKey(pattern: string, press: KeyAlone): boolean {
  // AltGr reports itself as Ctrl and Alt on some systems; it types a character and is neither
  const isAltGr = press.getModifierState('AltGraph');
  const mod = !isAltGr && (press.ctrlKey || press.metaKey);
  const alt = !isAltGr && press.altKey;
  const parts = partsOf(pattern);
  const key = parts.at(-1) ?? '';
  const isLetter = /^[a-z]$/i.test(key);
  if (mod !== parts.includes('Mod') || alt) return false;
  if (isLetter && press.shiftKey !== parts.includes('Shift')) return false;
  if (parts.includes('Shift') && !press.shiftKey) return false;
  return keyName(press) === (isLetter ? key.toLowerCase() : key);
}

/** The plus sign is a key too, and no separator then. */
const partsOf = (pattern: string) => (pattern === '+' ? ['+'] : pattern.split('+'));

/** True when a press is one of a viewer's keys for this. */
export function isKeyOf(id: ViewerKeyId, press: KeyAlone): boolean {
  return digitOf(id, press) !== undefined;
}

/** Which of a viewer's keys for this was pressed, from 0; undefined when it was none of them. */
export function digitOf(id: ViewerKeyId, press: KeyAlone): number | undefined {
  const at = viewerKeyOf(id).keys.findIndex((pattern) => matchesKey(pattern, press));
  return at < 0 ? undefined : at;
}

/** True when a press at this place may start the action. */
export function startsAction(action: Action, press: KeyPress, target: KeyTarget): boolean {
  if (press.isComposing || (press.repeat && action.repeats !== true)) return false;
  if (!action.keys.some((pattern) => matchesKey(pattern, press))) return false;
  if (action.whileTyping === true) return true;
  if (target.isTyping) return false;
  if (target.isInLayer && !(target.isInViewer && action.inViewers === true)) return false;
  const name = keyName(press);
  if (target.isControl && (name === 'Space' || name === 'Enter')) return false;
  return !(target.usesArrows && ARROWS.has(name));
}

/** A pattern as people read it, e.g. `['⌘', 'K']` on a Mac. */
export function keyCaps(pattern: string, isMac: boolean): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    Mod: isMac ? '⌘' : 'Ctrl',
    Shift: isMac ? '⇧' : 'Shift',
    ArrowDown: '↓',
    ArrowUp: '↑',
    Enter: '↵',
    Escape: 'Esc',
    PageDown: 'PgDn',
    PageUp: 'PgUp',
    ArrowLeft: '←',
    ArrowRight: '→',
    '-': '−',
  };
  return partsOf(pattern).map((part) => names[part] ?? part);
}

/** The first key of a viewer for this, for the title of its button. */
export function keyTitle(id: ViewerKeyId): string {
  return keyCaps(viewerKeyOf(id).keys[0] ?? '', false).join('+');
}
