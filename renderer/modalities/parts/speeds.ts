/** Speeds that every player offers. */
export const SPEEDS = [
  { value: '0.25', text: '0.25×' },
  { value: '0.5', text: '0.5×' },
  { value: '0.75', text: '0.75×' },
  { value: '1', text: '1×' },
  { value: '1.25', text: '1.25×' },
  { value: '1.5', text: '1.5×' },
  { value: '2', text: '2×' },
] as const;
export type Speed = (typeof SPEEDS)[number]['value'];
