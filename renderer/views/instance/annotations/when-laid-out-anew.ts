import { MARK_LAYER } from './prose-text.ts';

/** Calls back now and whenever text came, went or took another width; once a frame at most. */
export function whenLaidOutAnew(draw: () => void, undo: () => void): () => void {
  const root = document.querySelector('main') ?? document.body;
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };
  const isOwn = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return element !== null && element.closest(`[${MARK_LAYER}]`) !== null;
  };
  const mutations = new MutationObserver((records) => {
    const isForeign = records.some(
      ({ target, addedNodes, removedNodes }) =>
        !isOwn(target) && ![...addedNodes, ...removedNodes].every(isOwn),
    );
    if (!isForeign) return;
    watch();
    soon();
  });
  mutations.observe(root, { childList: true, subtree: true });
  const sizes = new ResizeObserver(soon);
  const watch = () => {
    // one that is watched already is not watched twice
    for (const prose of root.querySelectorAll('[data-prose]')) sizes.observe(prose);
  };
  watch();
  soon();
  return () => {
    cancelAnimationFrame(frame);
    mutations.disconnect();
    sizes.disconnect();
    undo();
  };
}
