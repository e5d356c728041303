/** Colours shared by the drawn samples: calm, distinguishable, dark enough on white. */
export const COLOR = {
  ink: '#1f2733',
  soft: '#5b6675',
  faint: '#98a2b0',
  line: '#d8dde5',
  grid: '#e9edf2',
  paper: '#ffffff',
  cream: '#fbf7ee',
  mist: '#f3f6fa',
  blue: '#2563b8',
  sky: '#7db3e8',
  teal: '#0f8a80',
  green: '#3f8f4f',
  leaf: '#8fc27a',
  olive: '#7c8a3a',
  gold: '#d9a321',
  sand: '#ead9b0',
  orange: '#d9722e',
  red: '#c2413b',
  rose: '#e59aa0',
  plum: '#7a4b94',
  brown: '#8a5a3c',
} as const;

/** Font stack of the drawings; the first that is installed is taken. */
export const FONT = "Inter, 'DejaVu Sans', 'Liberation Sans', sans-serif";
export const SERIF = "'DejaVu Serif', 'Liberation Serif', serif";
