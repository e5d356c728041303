import css from './whole.css?inline';

const style = document.createElement('style');

/** Puts the style of a view in full on the page, for printing; called once. */
export function connectWholeStyle(): void {
  style.textContent = css;
  style.media = 'print';
  document.head.append(style);
}

/** Shows the view in full on the screen too. @returns what takes that back */
export function layOutWhole(): () => void {
  style.media = 'all';
  return () => {
    style.media = 'print';
  };
}
