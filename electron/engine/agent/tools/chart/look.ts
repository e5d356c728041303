/** Size of a chart, in pixels. */
export const FRAME = { width: 1024, height: 640 } as const;
export const TITLE_PX = 24;
export const LABEL_PX = 15;
export const INK = '#1c1f24';
export const MUTED = '#5b616b';
/** Told apart by people who see few colours (Okabe and Ito), darkest first. */
export const COLOURS = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#7f4f24',
  '#5b5bd6',
  '#8a8f98',
  '#b5a400',
  '#1c1f24',
  '#a3195b',
] as const;
