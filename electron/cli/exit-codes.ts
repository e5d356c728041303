/** What the command line ends with; fixed, because scripts depend on it. */
export const EXIT = {
  done: 0,
  /** Done, but the data holds failures; they are counted in the output. */
  dataFailures: 1,
  wrongUse: 2,
  couldNotRun: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
