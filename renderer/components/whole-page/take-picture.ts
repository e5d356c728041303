import { loadedFontFaces } from './font-faces.ts';
import { scaleFor } from './picture-scale.ts';
import { showWhole } from './show-whole.ts';
import { layOutWhole } from './whole-style.ts';

/**
 * A PNG of an element in full: text, pictures, canvases, what films show. Nothing is asked of any other
 * host; what the page has from its own is read again from there.
 *
 * @throws Error when the browser cannot draw it
 */
export async function takePicture(root: HTMLElement): Promise<Blob> {
  const { domToBlob } = await import('modern-screenshot');
  const scrolled = [...root.querySelectorAll('*')]
    .filter(({ scrollTop }) => scrollTop > 0)
    .map((element) => [element, element.scrollTop] as const);
  const layOutAgain = layOutWhole();
  let release: (() => void) | undefined;
  try {
    release = await showWhole(root);
    const { width, height } = root.getBoundingClientRect();
    return await domToBlob(root, {
      width,
      height,
      scale: scaleFor(width, height),
      type: 'image/png',
      backgroundColor: getComputedStyle(document.body).backgroundColor,
      font: { cssText: await loadedFontFaces() },
      filter: (node) => !(node instanceof HTMLVideoElement),
      fetchFn: (url) => (isOwn(url) ? Promise.resolve(false) : Promise.resolve(BLANK)),
    });
  } finally {
    release?.();
    layOutAgain();
    for (const [element, top] of scrolled) element.scrollTop = top;
  }
}

const BLANK = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
const OWN_SCHEMES = ['data:', 'blob:', 'media:'];

function isOwn(url: string): boolean {
  const { origin, protocol } = new URL(url, location.href);
  return origin === location.origin || OWN_SCHEMES.includes(protocol);
}
