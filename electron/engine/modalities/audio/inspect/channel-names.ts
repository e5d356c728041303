const NAMES: Readonly<Record<number, readonly string[]>> = {
  1: ['the channel'],
  2: ['left', 'right'],
};

/** What a channel is called, e.g. `left` or `channel 3`; counted from 0. */
export const channelName = (index: number, count: number): string =>
  NAMES[count]?.[index] ?? `channel ${index + 1}`;
