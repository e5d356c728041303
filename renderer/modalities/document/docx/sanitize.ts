// A Word document's HTML, made harmless: only tags that carry text and structure, only pictures that
// are in the document itself, links as marked text. Returns nodes, so nothing is ever parsed again.
import createDOMPurify from 'dompurify';

const TAGS = (
  'h1 h2 h3 h4 h5 h6 p br hr ul ol li dl dt dd blockquote pre code em strong b i u s sub sup span ' +
  'table thead tbody tr th td caption img a'
).split(' ');
const PICTURE = /^data:image\/(png|jpeg|gif|webp|bmp);base64,/;

/** @returns a fragment without anything that can run, load or navigate */
export function sanitizeDocument(html: string): DocumentFragment {
  const purify = createDOMPurify(window);
  purify.addHook('afterSanitizeAttributes', (node) => {
    if (node.tagName === 'IMG' && !PICTURE.test(node.getAttribute('src') ?? '')) {
      const mark = node.ownerDocument.createElement('span');
      mark.textContent = 'picture not loaded';
      mark.className = 'picture';
      node.replaceWith(mark);
    }
    if (node.tagName === 'A') {
      const address = node.getAttribute('href');
      node.removeAttribute('href');
      if (address !== null) node.setAttribute('title', address);
    }
  });
  const fragment = purify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['src', 'alt', 'href', 'title', 'colspan', 'rowspan'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  purify.removeAllHooks();
  return fragment;
}
