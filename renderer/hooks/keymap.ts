// THE keymap: every action that a key or the command palette can start, once. A view gives an action its
// handler with `useAction`; an action without a handler is not listed and its key does nothing.

export const ACTION_GROUPS = [
  'Everywhere',
  'Instances table',
  'Charts',
  'Instance',
  'Judge’s eye',
  'Settings',
] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

export interface Action {
  readonly label: string;
  readonly group: ActionGroup;
  /**
   * Keys that start it. `Mod` is Ctrl, or Cmd on a Mac; `Shift+A` a capital letter; a symbol such as
   * `?` is the character typed, with whatever keys a layout needs for it.
   */
  readonly keys: readonly string[];
  /** May fire again while the key is held; default no. */
  readonly repeats?: boolean;
  /** Works while typing too. */
  readonly whileTyping?: boolean;
}

const everywhere = 'Everywhere';
const table = 'Instances table';
const charts = 'Charts';
const instance = 'Instance';
const eye = 'Judge’s eye';
const settings = 'Settings';

export const ACTIONS = {
  'palette.open': {
    label: 'Command palette',
    group: everywhere,
    keys: ['Mod+K'],
    whileTyping: true,
  },
  'keys.show': { label: 'Keyboard shortcuts', group: everywhere, keys: ['?'] },
  'instance.goTo': { label: 'Go to an instance by its id', group: everywhere, keys: ['g'] },
  'search.focus': { label: 'Search', group: everywhere, keys: ['/'] },
  'theme.next': { label: 'Change the theme', group: everywhere, keys: [] },
  'screen.instances': { label: 'Show the instances table', group: everywhere, keys: [] },
  'screen.overview': { label: 'Show the overview', group: everywhere, keys: [] },
  'screen.runs': { label: 'Show the scoring runs', group: everywhere, keys: [] },
  'screen.problems': { label: 'Show the problems', group: everywhere, keys: [] },
  'screen.settings': { label: 'Show the settings', group: everywhere, keys: [] },
  'screen.import': { label: 'Import files', group: everywhere, keys: [] },
  'screen.welcome': { label: 'Open another project', group: everywhere, keys: [] },

  'table.next': { label: 'Next row', group: table, keys: ['j', 'ArrowDown'], repeats: true },
  'table.previous': { label: 'Previous row', group: table, keys: ['k', 'ArrowUp'], repeats: true },
  'table.pageDown': { label: 'One page down', group: table, keys: ['PageDown'], repeats: true },
  'table.pageUp': { label: 'One page up', group: table, keys: ['PageUp'], repeats: true },
  'table.first': { label: 'First row', group: table, keys: ['Home'] },
  'table.last': { label: 'Last row', group: table, keys: ['End'] },
  'table.open': { label: 'Open the row', group: table, keys: ['Enter'] },
  'facets.toggle': { label: 'Show or hide the filters', group: table, keys: ['['] },
  'filter.clear': { label: 'Clear all filters', group: table, keys: [] },

  'chart.table': {
    label: 'Show the chart used last as a table, or drawn',
    group: charts,
    keys: ['t'],
  },

  // before the instance's own: they hold while a judgement is looked at
  'eye.next': { label: 'Next judgement of the model', group: eye, keys: ['e'] },
  'eye.previous': { label: 'Previous judgement of the model', group: eye, keys: ['Shift+E'] },
  'eye.agree': { label: 'Agree with the judge', group: eye, keys: ['1'] },
  'eye.captionWrong': { label: 'Caption wrong', group: eye, keys: ['2'] },
  'eye.verdictWrong': { label: 'Verdict wrong', group: eye, keys: ['3'] },
  'eye.rejudge': { label: 'Judge again, after showing what it costs', group: eye, keys: [] },
  'eye.close': { label: 'Back to the columns', group: eye, keys: ['Escape'] },

  'instance.next': { label: 'Next instance', group: instance, keys: ['j'], repeats: true },
  'instance.previous': { label: 'Previous instance', group: instance, keys: ['k'], repeats: true },
  'instance.aligned': { label: 'Aligned rows', group: instance, keys: ['a'] },
  'instance.diff': { label: 'Text difference', group: instance, keys: ['d'] },
  'instance.compare': { label: 'Compare in a sheet', group: instance, keys: ['c'] },
  'instance.pair': { label: 'Correct the pair that has the focus', group: instance, keys: ['p'] },
  'instance.linkViews': { label: 'Link zoom, camera and page', group: instance, keys: ['l'] },
  'instance.linkScroll': { label: 'Link the scrolling', group: instance, keys: ['s'] },
  'instance.playPause': { label: 'Play or pause', group: instance, keys: ['Space'] },
  'instance.swap': { label: 'Swap A and B', group: instance, keys: ['x'] },
  'instance.toggleTask': { label: 'Show or hide the task', group: instance, keys: ['Shift+T'] },
  'instance.toggleReference': {
    label: 'Show or hide the reference',
    group: instance,
    keys: ['Shift+R'],
  },
  'instance.toggleA': { label: 'Show or hide model A', group: instance, keys: ['Shift+A'] },
  'instance.toggleB': { label: 'Show or hide model B', group: instance, keys: ['Shift+B'] },
  'instance.toggleC': { label: 'Show or hide model C', group: instance, keys: ['Shift+C'] },
  'instance.toggleD': { label: 'Show or hide model D', group: instance, keys: ['Shift+D'] },
  'instance.toggleAnatomy': {
    label: 'Show or hide the score anatomy',
    group: instance,
    keys: [']'],
  },
  'instance.eye': { label: 'Judge’s-eye view', group: instance, keys: ['e'] },
  'instance.flag': {
    label: 'Flag the instance, or the response in focus',
    group: instance,
    keys: ['f'],
  },
  'instance.tag': { label: 'Tag what is in focus', group: instance, keys: ['t'] },
  'instance.note': { label: 'Note on what is in focus or selected', group: instance, keys: ['n'] },
  'instance.undo': { label: 'Undo the last annotation', group: instance, keys: ['Mod+Z'] },
  'instance.copyImage': { label: 'Copy the comparison as a picture', group: instance, keys: ['y'] },
  'instance.print': { label: 'Print the comparison in full', group: instance, keys: ['Mod+P'] },
  'instance.back': { label: 'Back to the table', group: instance, keys: ['Escape'] },

  'settings.save': {
    label: 'Save the settings',
    group: settings,
    keys: ['Mod+S'],
    whileTyping: true,
  },
  'settings.test': { label: 'Test this endpoint', group: settings, keys: [] },
} as const satisfies Record<string, Action>;

export type ActionId = keyof typeof ACTIONS;
export const ACTION_IDS = Object.keys(ACTIONS) as readonly ActionId[];

export function actionOf(id: ActionId): Action {
  return ACTIONS[id];
}
