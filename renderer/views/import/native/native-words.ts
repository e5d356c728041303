import type { NativeItemState, NativeProblemCode } from '../../../../shared/model/native.ts';

/** Short names of what can be wrong with a native folder. */
export const PROBLEM_WORDS: Readonly<Record<NativeProblemCode, string>> = {
  'without-file': 'Marker without a file',
  orphan: 'File without a marker',
  'left-out': 'File that belongs to no answer',
  'cut-off': 'Truncated answer',
  'stray-token': 'Stray tokens taken out',
  unmapped: 'Sample without an instance',
  unmatched: 'Instance that the dataset does not have',
  duplicate: 'Two samples for one instance',
  'half-written': 'Half-written registry',
  'not-finished': 'Asset that was not finished',
  ambiguous: 'More than one way to pair',
  'no-text': 'Files without an answer',
  'empty-file': 'Empty file',
  unreadable: 'Unreadable',
  'not-joined': 'Pictures that were not joined',
  'no-input': 'Input not known',
};

/** What an item comes to. */
export const STATE_WORDS: Readonly<Record<NativeItemState, string>> = {
  file: 'with its file',
  inline: 'code, written into the record',
  joined: 'joined from pictures',
  missing: 'no file: the tag stays without an entry',
  orphan: 'no marker: appended as an orphan',
};
