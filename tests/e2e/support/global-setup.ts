// Playwright takes a module's default export as its set-up.
export { beginRun as default } from './once-in-run.ts';
