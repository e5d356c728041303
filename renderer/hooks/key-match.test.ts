import { expect, test } from 'vitest';
import {
  digitOf,
  isKeyOf,
  keyCaps,
  keyTitle,
  matchesKey,
  startsAction,
  type KeyPress,
  type KeyTarget,
} from './key-match.ts';
import { ACTION_IDS, actionOf, VIEWER_GROUPS, VIEWER_KEYS } from './keymap.ts';

function press(key: string, change: Partial<KeyPress> & { altGraph?: boolean } = {}): KeyPress {
  return {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    isComposing: false,
    getModifierState: (name) => name === 'AltGraph' && change.altGraph === true,
    ...change,
  };
}
const page: KeyTarget = {
  isTyping: false,
  isInLayer: false,
  isInViewer: false,
  isControl: false,
  usesArrows: false,
};

test('a letter matches without modifiers, caps lock or not', () => {
  expect(matchesKey('j', press('j'))).toBe(true);
  expect(matchesKey('j', press('J'))).toBe(true);
  expect(matchesKey('j', press('J', { shiftKey: true }))).toBe(false);
  expect(matchesKey('j', press('j', { ctrlKey: true }))).toBe(false);
  expect(matchesKey('j', press('j', { altKey: true }))).toBe(false);
});

test('a capital needs the shift key', () => {
  expect(matchesKey('Shift+A', press('A', { shiftKey: true }))).toBe(true);
  expect(matchesKey('Shift+A', press('a'))).toBe(false);
});

test('Mod is Ctrl or Cmd', () => {
  expect(matchesKey('Mod+K', press('k', { ctrlKey: true }))).toBe(true);
  expect(matchesKey('Mod+K', press('k', { metaKey: true }))).toBe(true);
  expect(matchesKey('Mod+K', press('k'))).toBe(false);
});

test('AltGr is not Ctrl: it types a character', () => {
  const altGr = { ctrlKey: true, altKey: true, altGraph: true };

  expect(matchesKey('[', press('[', altGr))).toBe(true);
  expect(matchesKey('Mod+K', press('k', altGr))).toBe(false);
});

test('a symbol is the character typed, with whatever shift the layout needs', () => {
  expect(matchesKey('?', press('?', { shiftKey: true }))).toBe(true);
  expect(matchesKey('/', press('/', { shiftKey: true }))).toBe(true);
});

test('on a layout without Latin letters the place of the key counts', () => {
  expect(matchesKey('j', press('о', { code: 'KeyJ' }))).toBe(true);
  expect(matchesKey('Mod+K', press('л', { code: 'KeyK', ctrlKey: true }))).toBe(true);
});

test('keys are ignored while typing, in dialogs and while a character is composed', () => {
  const next = actionOf('instance.next');

  expect(startsAction(next, press('j'), page)).toBe(true);
  expect(startsAction(next, press('j'), { ...page, isTyping: true })).toBe(false);
  expect(startsAction(next, press('j'), { ...page, isInLayer: true })).toBe(false);
  expect(startsAction(next, press('j', { isComposing: true }), page)).toBe(false);
});

test('in a large view only what is said of the item starts', () => {
  const inViewer = { ...page, isInLayer: true, isInViewer: true };

  for (const [id, key] of [
    ['instance.flag', 'f'],
    ['instance.tag', 't'],
    ['instance.note', 'n'],
    ['keys.show', '?'],
  ] as const)
    expect(startsAction(actionOf(id), press(key), inViewer), id).toBe(true);
  expect(startsAction(actionOf('instance.next'), press('j'), inViewer)).toBe(false);
  expect(startsAction(actionOf('instance.tag'), press('t'), { ...page, isInLayer: true })).toBe(
    false,
  );
  expect(startsAction(actionOf('instance.tag'), press('t'), { ...inViewer, isTyping: true })).toBe(
    false,
  );
});

test('a viewer knows its keys from the keymap, plus and shifted function keys too', () => {
  expect(isKeyOf('large.zoomIn', press('+', { shiftKey: true }))).toBe(true);
  expect(isKeyOf('large.zoomIn', press('+', { ctrlKey: true }))).toBe(false);
  expect(isKeyOf('texts.previous', press('F7', { shiftKey: true }))).toBe(true);
  expect(isKeyOf('texts.previous', press('F7'))).toBe(false);
  expect(digitOf('pictures.way', press('3'))).toBe(2);
  expect(digitOf('pictures.way', press('5'))).toBeUndefined();
  expect(keyTitle('large.zoomOut')).toBe('−');
});

test('no two keys of one group of viewers are the same', () => {
  for (const group of VIEWER_GROUPS) {
    const keys = Object.values(VIEWER_KEYS)
      .filter((each) => each.group === group)
      .flatMap((each) => each.keys);
    expect(new Set(keys).size, group).toBe(keys.length);
  }
});

test('keys of the large view leave those free that say something of its item', () => {
  const said = ['instance.flag', 'instance.tag', 'instance.note', 'keys.show'] as const;
  const own = Object.values(VIEWER_KEYS)
    .filter(({ group }) => group === 'Large view' || group === 'Player')
    .flatMap(({ keys }): readonly string[] => keys);

  expect(said.flatMap((id) => actionOf(id).keys).filter((key) => own.includes(key))).toEqual([]);
});

test('the command palette opens while typing too', () => {
  const typing = { ...page, isTyping: true };

  expect(startsAction(actionOf('palette.open'), press('k', { ctrlKey: true }), typing)).toBe(true);
});

test('Space and Enter belong to a focused button, letters do not', () => {
  const onButton = { ...page, isControl: true };

  expect(startsAction(actionOf('instance.playPause'), press(' '), onButton)).toBe(false);
  expect(startsAction(actionOf('table.open'), press('Enter'), onButton)).toBe(false);
  expect(startsAction(actionOf('instance.playPause'), press(' '), page)).toBe(true);
  expect(startsAction(actionOf('instance.next'), press('j'), onButton)).toBe(true);
});

test('arrow keys belong to a slider or a player', () => {
  const onSlider = { ...page, isControl: true, usesArrows: true };

  expect(startsAction(actionOf('table.next'), press('ArrowDown'), onSlider)).toBe(false);
  expect(startsAction(actionOf('table.next'), press('ArrowDown'), page)).toBe(true);
});

test('a held key repeats stepping, never a switch', () => {
  expect(startsAction(actionOf('table.next'), press('j', { repeat: true }), page)).toBe(true);
  expect(startsAction(actionOf('instance.diff'), press('d', { repeat: true }), page)).toBe(false);
});

test('no two actions of one group share a key, and none shares one with an action of everywhere', () => {
  for (const group of ['Everywhere', 'Instances table', 'Instance'] as const) {
    const keys = ACTION_IDS.map(actionOf)
      .filter((action) => action.group === group || action.group === 'Everywhere')
      .flatMap((action) => action.keys);
    expect(new Set(keys).size, group).toBe(keys.length);
  }
});

test('key caps read as on the keyboard', () => {
  expect(keyCaps('Mod+K', true)).toEqual(['⌘', 'K']);
  expect(keyCaps('Mod+K', false)).toEqual(['Ctrl', 'K']);
  expect(keyCaps('ArrowDown', false)).toEqual(['↓']);
});
