// KaTeX and its fonts, in a chunk of their own: fetched when the first text with maths is shown.
import 'katex/dist/katex.min.css';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';

/** `trust: false` refuses links and pictures inside maths; the limits keep hostile macros small. */
export const rehypeMath = [
  rehypeKatex,
  { trust: false, strict: 'ignore', maxExpand: 200, maxSize: 20 },
] satisfies [typeof rehypeKatex, object];
export { remarkMath };
