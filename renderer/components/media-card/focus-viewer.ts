/**
 * Gives the focus inside a dialog to its viewer, so that the viewer's keys work at once: now, or as
 * soon as it has been loaded, unless the user has gone elsewhere meanwhile.
 */
export function focusViewer(dialog: HTMLElement): void {
  const take = () => {
    const viewer = dialog.querySelector<HTMLElement>('[data-own-keys]');
    viewer?.focus();
    return viewer !== null;
  };
  if (take()) return;
  dialog.focus();
  const observer = new MutationObserver(() => {
    const isElsewhere = document.activeElement !== dialog;
    if (isElsewhere || take()) observer.disconnect();
  });
  // it goes with the dialog's elements when these are collected
  observer.observe(dialog, { childList: true, subtree: true });
}
