import type { ErrorCode } from '../../../shared/api/errors.ts';

/** What to do about an error, by its code; the engine's message says what happened. */
export const HELP_BY_CODE: Readonly<Record<ErrorCode, string>> = {
  'bad-input': 'The app asked for something that the engine does not know. Reload the page.',
  'unknown-method': 'The page and the engine are of different versions. Reload the page.',
  'no-project': 'Open a project or the demo first.',
  'not-found': 'It may have been moved or renamed. Check the path, or import the files again.',
  'project-newer':
    'Open it with the version of Loupe that wrote it, or a newer one. Nothing was changed.',
  'project-damaged':
    'The media and prediction files are untouched. Make a new project and import them again.',
  'read-only': 'Make the folder writable, or choose another folder for the project.',
  'disk-full': 'Free some space and start again: what was read so far is kept.',
  unreadable: 'Check that the file exists and that you may read it.',
  'no-record': 'Choose the folder or file that holds the .jsonl records of the dataset.',
  'path-refused': 'Only files inside the opened folders are served. Open the folder that holds it.',
  busy: 'Wait until the running import is done, or cancel it.',
  'bad-query': 'Check quotes and operators of the search.',
  unsupported: 'This is not available here; use the desktop app or the command line.',
  'endpoint-refused': 'Check address, model and key in Settings, and test the endpoint there.',
  'endpoint-down': 'Resume the run when the endpoint answers again: nothing is asked twice.',
  'budget-reached': 'Resume the run with a higher budget: nothing is paid twice.',
  internal: 'Reload the page. If it happens again, please report it with the log.',
};

export function helpFor(code: string): string | undefined {
  return Object.hasOwn(HELP_BY_CODE, code) ? HELP_BY_CODE[code as ErrorCode] : undefined;
}
