// THE keymap: every action that a key or the command palette can start, once, and the keys of viewers.
// A view gives an action its handler with `useAction`; an action without a handler is not listed and its
// key does nothing. A viewer's keys hold while the focus is in it; it asks for them with `isKeyOf`.

export const ACTION_GROUPS = [
  'Everywhere',
  'Instances table',
  'Charts',
  'Compare',
  'Instance',
  'Judge’s eye',
  'Spot-check',
  'Dataset QC',
  'Agent',
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
  /** Works in the large view and in the compare sheet too, which else have only keys of their own. */
  readonly inViewers?: boolean;
}

const everywhere = 'Everywhere';
const table = 'Instances table';
const charts = 'Charts';
const compare = 'Compare';
const instance = 'Instance';
const eye = 'Judge’s eye';
const rating = 'Spot-check';
const quality = 'Dataset QC';
const agent = 'Agent';
const settings = 'Settings';

export const ACTIONS = {
  'palette.open': {
    label: 'Command palette',
    group: everywhere,
    keys: ['Mod+K'],
    whileTyping: true,
  },
  'keys.show': {
    label: 'Keyboard shortcuts',
    group: everywhere,
    keys: ['?'],
    inViewers: true,
  },
  'instance.goTo': { label: 'Go to an instance by its id', group: everywhere, keys: ['g'] },
  'search.focus': { label: 'Search', group: everywhere, keys: ['/'] },
  'theme.next': { label: 'Change the theme', group: everywhere, keys: [] },
  'screen.instances': { label: 'Show the instances table', group: everywhere, keys: [] },
  'screen.overview': { label: 'Show the overview', group: everywhere, keys: [] },
  'screen.compare': { label: 'Compare two models', group: everywhere, keys: [] },
  'screen.spotCheck': { label: 'Show the spot-check', group: everywhere, keys: [] },
  'screen.datasetQc': { label: 'Show the dataset QC', group: everywhere, keys: [] },
  'screen.runs': { label: 'Show the scoring runs', group: everywhere, keys: [] },
  'screen.agent': { label: 'Show the agent and its traces', group: everywhere, keys: [] },
  'screen.problems': { label: 'Show the problems', group: everywhere, keys: [] },
  'screen.export': { label: 'Export to files', group: everywhere, keys: [] },
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
  'table.select': { label: 'Select or deselect the row', group: table, keys: ['x'] },
  'table.selectDown': {
    label: 'Select on to the next row',
    group: table,
    keys: ['Shift+J'],
    repeats: true,
  },
  'table.deselect': { label: 'Deselect all rows', group: table, keys: ['Escape'] },
  'table.flag': { label: 'Flag the selected rows, or the one in focus', group: table, keys: ['f'] },
  'table.tag': { label: 'Flag, tag or note many instances', group: table, keys: ['t'] },
  'table.undo': { label: 'Undo the last annotation', group: table, keys: ['Mod+Z'] },
  'table.export': { label: 'Export the current set', group: table, keys: [] },
  'mode.next': { label: 'Next one-click set', group: table, keys: ['m'] },
  'mode.previous': { label: 'Previous one-click set', group: table, keys: ['Shift+M'] },
  'filter.expression': { label: 'Type a filter expression', group: table, keys: ['e'] },
  'histograms.toggle': { label: 'Show or hide the histograms', group: table, keys: ['h'] },
  'views.open': { label: 'Saved views', group: table, keys: ['v'] },
  'facets.toggle': { label: 'Show or hide the filters', group: table, keys: ['['] },
  'filter.clear': { label: 'Clear all filters', group: table, keys: [] },

  'chart.table': {
    label: 'Show the chart used last as a table, or drawn',
    group: charts,
    keys: ['t'],
  },

  'compare.swap': { label: 'Swap A and B', group: compare, keys: ['x'] },

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
    label: 'Flag what is selected, the response in focus, or the instance',
    group: instance,
    keys: ['f'],
    inViewers: true,
  },
  'instance.tag': {
    label: 'Tag what is selected or in focus',
    group: instance,
    keys: ['t'],
    inViewers: true,
  },
  'instance.note': {
    label: 'Note on what is selected or in focus',
    group: instance,
    keys: ['n'],
    inViewers: true,
  },
  'instance.undo': {
    label: 'Undo the last annotation',
    group: instance,
    keys: ['Mod+Z'],
    inViewers: true,
  },
  'instance.copyImage': { label: 'Copy the comparison as a picture', group: instance, keys: ['y'] },
  'instance.print': { label: 'Print the comparison in full', group: instance, keys: ['Mod+P'] },
  'instance.agent': { label: 'What the agent did with it', group: instance, keys: ['u'] },
  'instance.back': { label: 'Back to the table', group: instance, keys: ['Escape'] },

  'rate.1': { label: 'Rate 1; of a pair: A better', group: rating, keys: ['1'] },
  'rate.2': { label: 'Rate 2; of a pair: tie, leaning A', group: rating, keys: ['2'] },
  'rate.3': { label: 'Rate 3; of a pair: tie, leaning B', group: rating, keys: ['3'] },
  'rate.4': { label: 'Rate 4; of a pair: B better', group: rating, keys: ['4'] },
  'rate.5': { label: 'Rate 5', group: rating, keys: ['5'] },
  'rate.cannot': { label: 'Cannot judge this', group: rating, keys: ['0'] },
  'rate.note': { label: 'Note on the response', group: rating, keys: ['n'] },
  'rate.undo': { label: 'Take the last rating back', group: rating, keys: ['u', 'Mod+Z'] },
  'rate.next': { label: 'Next response', group: rating, keys: ['j', 'Enter'] },
  'rate.previous': { label: 'Previous response', group: rating, keys: ['k'] },
  'rate.stepDown': { label: 'Next scale of the response', group: rating, keys: [']'] },
  'rate.stepUp': { label: 'Previous scale of the response', group: rating, keys: ['['] },
  'rate.reveal': { label: 'Show model and judge', group: rating, keys: ['r'] },
  'rate.agree': { label: 'Agree with the judge’s figure', group: rating, keys: ['a'] },
  'rate.captionWrong': { label: 'The judge’s caption is wrong', group: rating, keys: ['c'] },
  'rate.verdictWrong': { label: 'The judge’s verdict is wrong', group: rating, keys: ['v'] },
  'rate.leave': { label: 'Back to the sample', group: rating, keys: ['Escape'] },

  'qc.next': { label: 'Next record', group: quality, keys: ['j'] },
  'qc.previous': { label: 'Previous record', group: quality, keys: ['k'] },
  'qc.accept': { label: 'Accept what is shown', group: quality, keys: ['a'] },
  'qc.revise': { label: 'Revise it in the editor', group: quality, keys: ['r'] },
  'qc.reject': { label: 'Reject it, with a reason', group: quality, keys: ['x'] },
  'qc.original': { label: 'Accept it as it was before', group: quality, keys: ['o'] },
  'qc.reopen': { label: 'Have it reviewed again', group: quality, keys: ['Shift+O'] },
  'qc.changes': { label: 'Changes against the original', group: quality, keys: ['d'] },
  'qc.keep': {
    label: 'Keep the revision',
    group: quality,
    keys: ['Mod+Enter'],
    whileTyping: true,
  },
  'qc.undo': { label: 'Take the last verdict back', group: quality, keys: ['u', 'Mod+Z'] },
  'qc.leave': { label: 'Leave the editor, or the queue', group: quality, keys: ['Escape'] },

  'agent.next': {
    label: 'Next step of the trace',
    group: agent,
    keys: ['j', 'ArrowDown'],
    repeats: true,
  },
  'agent.previous': {
    label: 'Previous step of the trace',
    group: agent,
    keys: ['k', 'ArrowUp'],
    repeats: true,
  },
  'agent.answer': { label: 'The answer of the trace', group: agent, keys: ['a'] },
  'agent.timeline': { label: 'Steps as a tree, or along the time', group: agent, keys: ['t'] },
  'agent.rerun': { label: 'Re-run from this step', group: agent, keys: ['r'] },
  'agent.instance': { label: 'Open the instance of the trace', group: agent, keys: ['o'] },
  'agent.leave': { label: 'Back: to one trace, or to the run', group: agent, keys: ['Escape'] },

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

export const VIEWER_GROUPS = [
  'Large view',
  'Player',
  'Compare sheet',
  'Pictures compared',
  'Texts, pages and tables compared',
  'Models compared',
] as const;

/** Keys of a viewer: no action of the page, for they are about the item that has the focus. */
export interface ViewerKey {
  readonly label: string;
  readonly group: (typeof VIEWER_GROUPS)[number];
  readonly keys: readonly string[];
}

const [large, player, sheet, pictures, texts, models] = VIEWER_GROUPS;

export const VIEWER_KEYS = {
  'large.open': { label: 'Open the item in focus', group: large, keys: ['Enter'] },
  'large.close': { label: 'Close', group: large, keys: ['Escape'] },
  'large.mark': { label: 'Mark a region, lines or a point', group: large, keys: ['b'] },
  'large.zoomIn': { label: 'Closer', group: large, keys: ['+', '='] },
  'large.zoomOut': { label: 'Farther away', group: large, keys: ['-'] },
  'large.fit': { label: 'All of it', group: large, keys: ['0'] },
  'large.actual': { label: 'Pixel by pixel', group: large, keys: ['1'] },
  'large.facts': { label: 'Size and EXIF of a picture', group: large, keys: ['i'] },
  'large.overview': { label: 'Pages of a PDF at a glance', group: large, keys: ['o'] },
  'large.search': { label: 'Search in a PDF', group: large, keys: ['/'] },

  'player.toggle': { label: 'Play or pause', group: player, keys: ['Space'] },
  'player.back': { label: 'Back, with Shift by half a second', group: player, keys: ['ArrowLeft'] },
  'player.on': { label: 'On, with Shift by half a second', group: player, keys: ['ArrowRight'] },
  'player.start': { label: 'To the beginning', group: player, keys: ['Home'] },
  'player.end': { label: 'To the end', group: player, keys: ['End'] },
  'player.frameBack': { label: 'One frame back', group: player, keys: [','] },
  'player.frameOn': { label: 'One frame on', group: player, keys: ['.'] },
  'player.loopFrom': { label: 'Region from here', group: player, keys: ['['] },
  'player.loopTo': { label: 'Region to here', group: player, keys: [']'] },
  'player.loopOff': { label: 'No region', group: player, keys: ['Backspace'] },
  'player.hearNext': { label: 'Hear the next of several', group: player, keys: ['h'] },
  'player.hear': {
    label: 'Hear one of several',
    group: player,
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  },
  'films.split': { label: 'Split line between two films', group: player, keys: ['s'] },

  'sheet.next': { label: 'Next items', group: sheet, keys: ['j'] },
  'sheet.previous': { label: 'Previous items', group: sheet, keys: ['k'] },

  'pictures.way': {
    label: 'Side by side, swipe, onion skin, difference',
    group: pictures,
    keys: ['1', '2', '3', '4'],
  },
  'pictures.less': {
    label: 'Line, opacity or amplification down',
    group: pictures,
    keys: ['ArrowLeft'],
  },
  'pictures.more': {
    label: 'Line, opacity or amplification up',
    group: pictures,
    keys: ['ArrowRight'],
  },

  'texts.next': { label: 'Next difference', group: texts, keys: ['n', 'F7'] },
  'texts.previous': { label: 'Previous difference', group: texts, keys: ['p', 'Shift+F7'] },
  'texts.inline': { label: 'Beside each other or inline', group: texts, keys: ['i'] },
  'texts.all': { label: 'All lines or rows, or what differs', group: texts, keys: ['e'] },

  'models.colour': {
    label: 'Colour by material, sides, normals, shape, defects',
    group: models,
    keys: ['1', '2', '3', '4', '5'],
  },
  'models.sameScale': { label: 'Same scale, or each fitted', group: models, keys: ['s'] },
  'models.wireframe': { label: 'Wireframe', group: models, keys: ['w'] },
  'models.axes': { label: 'Axes', group: models, keys: ['x'] },
} as const satisfies Record<string, ViewerKey>;

export type ViewerKeyId = keyof typeof VIEWER_KEYS;

export function viewerKeyOf(id: ViewerKeyId): ViewerKey {
  return VIEWER_KEYS[id];
}
