// The page of a review bundle: plain script, no library, opened from a disk. Everything that comes from
// a record is put in as text; there is no place in this file where it could become markup.
'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  let bundle = { title: '', at: '', models: [], list: [] };
  let shown = [];
  let open = -1;
  const waiting = new Map();

  function make(name, options, ...children) {
    const element = document.createElement(name);
    const { className, text, ...attributes } = options ?? {};
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== undefined));
    return element;
  }

  const percent = (value) => (value * 100).toFixed(1);

  function drawList() {
    const wanted = byId('search').value.trim().toLowerCase();
    shown = bundle.list
      .map((entry, at) => ({ ...entry, at }))
      .filter(({ key, excerpt }) => `${key} ${excerpt}`.toLowerCase().includes(wanted));
    const rows = shown.map(({ key, excerpt, scores, at }) => {
      const figures = bundle.models.map((model) => {
        const { SQCS, ICS, StS } = scores[model] ?? {};
        const [name, value] =
          SQCS !== undefined ? ['SQCS', SQCS] : ICS !== undefined ? ['ICS', ICS] : ['StS', StS];
        return make('span', {
          text: value === undefined ? `${model} –` : `${model} ${name} ${percent(value)}`,
        });
      });
      const row = make(
        'button',
        { className: 'row', type: 'button', 'data-at': String(at) },
        make('strong', { text: key }),
        make('span', { className: 'excerpt', text: excerpt }),
        make('span', { className: 'figures' }, ...figures),
      );
      row.setAttribute('aria-current', String(at === open));
      row.addEventListener('click', () => go(at));
      return row;
    });
    byId('list').replaceChildren(
      rows.length > 0
        ? make('div', {}, ...rows)
        : make('p', { className: 'empty', text: 'Nothing found.' }),
    );
  }

  /** Data come as scripts: a page from a disk may not fetch. */
  function go(at) {
    open = at;
    for (const row of document.querySelectorAll('.row')) {
      const isOpen = row.dataset.at === String(at);
      row.setAttribute('aria-current', String(isOpen));
      if (isOpen) row.scrollIntoView({ block: 'nearest' });
    }
    history.replaceState(undefined, '', `#${at + 1}`);
    if (waiting.has(at)) return draw(waiting.get(at));
    const script = make('script', { src: `./data/${at}.js` });
    script.addEventListener('error', () => {
      byId('main').replaceChildren(
        make('p', {
          className: 'empty',
          text: 'The data of this instance are not in the bundle. Copy or unpack it again, whole.',
        }),
      );
    });
    document.body.append(script);
  }

  /** Only pictures, sounds and films are loaded, and links lead only to such: neither can run anything. */
  function medium({ tag, modality, path, href, shown, preview, text, note, caption }) {
    const link =
      href === undefined
        ? undefined
        : make('a', { href, target: '_blank', rel: 'noreferrer', text: 'open file' });
    const name = make(
      'figcaption',
      {},
      make('code', { text: tag }),
      make('span', { text: modality }),
      link,
    );
    const bodies = [];
    if (shown?.as === 'image')
      bodies.push(make('img', { src: shown.src, alt: caption ?? tag, loading: 'lazy' }));
    if (shown?.as === 'audio')
      bodies.push(make('audio', { src: shown.src, controls: '', preload: 'none' }));
    if (shown?.as === 'video')
      bodies.push(make('video', { src: shown.src, controls: '', preload: 'metadata' }));
    if (preview !== undefined) {
      const picture = make('img', { src: preview.href, alt: preview.shows, loading: 'lazy' });
      const larger = {
        href: preview.href,
        target: '_blank',
        rel: 'noreferrer',
        className: 'sheet',
      };
      bodies.push(make('a', larger, picture));
    }
    if (text !== undefined) bodies.push(make('pre', { className: modality, text }));
    if (note !== undefined) bodies.push(make('p', { className: 'note', text: note }));
    // what cannot be opened from here is found by its place
    if (path !== undefined && href === undefined && shown === undefined)
      bodies.push(make('p', { className: 'note', text: `File: ${path}` }));
    if (caption !== undefined) bodies.push(make('p', { className: 'caption', text: caption }));
    return make('figure', { 'data-modality': modality }, name, ...bodies);
  }

  function side({ name, strip, blocks, scores, reasons }, index) {
    const tone = ['task', 'reference', 'a', 'b', 'c', 'd'][Math.min(index, 5)];
    const content = blocks.map((block) =>
      block.kind === 'text'
        ? make('p', { className: 'prose', text: block.text })
        : medium(block.item),
    );
    const whole = scores.filter(({ tag }) => tag === undefined);
    const items = scores.filter(({ tag }) => tag !== undefined);
    const line = ({ metric, tag, value, unscored, source }) =>
      make(
        'tr',
        {},
        make('th', { scope: 'row', text: tag === undefined ? metric : `${metric} ${tag}` }),
        make('td', { text: value === undefined ? (unscored ?? 'not computed') : percent(value) }),
        make('td', { className: 'source', text: source }),
      );
    return make(
      'section',
      { 'data-tone': tone, 'aria-label': name },
      make(
        'h3',
        {},
        make('span', { text: name }),
        make('code', { className: 'strip', text: strip }),
      ),
      ...content,
      whole.length + items.length > 0
        ? make('table', {}, make('tbody', {}, ...whole.map(line), ...items.map(line)))
        : undefined,
      ...reasons.map(({ of, text }) =>
        make(
          'p',
          { className: 'reason' },
          make('b', { text: of }),
          document.createTextNode(` ${text}`),
        ),
      ),
    );
  }

  function draw({ key, facts, sides, said }) {
    const notes = said.map(({ where, text, by }) =>
      make(
        'li',
        {},
        make('b', { text: where }),
        document.createTextNode(` ${text}`),
        by ? make('i', { text: ` — ${by}` }) : undefined,
      ),
    );
    byId('main').replaceChildren(
      make('h2', { text: key }),
      make('p', { className: 'facts', text: facts }),
      notes.length > 0 ? make('ul', { className: 'said' }, ...notes) : document.createTextNode(''),
      make('div', { className: 'sides' }, ...sides.map(side)),
    );
    byId('main').scrollTo(0, 0);
  }

  /** A file that is gone or broken is a state, not a hole. */
  document.addEventListener(
    'error',
    (event) => {
      const at = event.target;
      if (!(at instanceof HTMLImageElement || at instanceof HTMLMediaElement)) return;
      const text = `This file cannot be shown: ${decodeURIComponent(at.getAttribute('src') ?? '')}`;
      at.replaceWith(make('p', { className: 'note', text }));
    },
    true,
  );

  window.LOUPE = {
    open(given) {
      bundle = given;
      document.title = given.title;
      byId('title').textContent = given.title;
      byId('made').textContent =
        `${given.list.length} instances · ${given.models.join(', ')} · made ${given.at.slice(0, 10)} · figures × 100`;
      drawList();
      const at = Number(location.hash.slice(1)) - 1;
      if (given.list[at] !== undefined) go(at);
      else if (given.list.length > 0) go(0);
    },
    show(at, instance) {
      waiting.set(at, instance);
      if (at === open) draw(instance);
    },
  };

  byId('search').addEventListener('input', drawList);
  window.addEventListener('hashchange', () => {
    const at = Number(location.hash.slice(1)) - 1;
    if (at !== open && bundle.list[at] !== undefined) go(at);
  });
  window.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (event.key === '/') {
      event.preventDefault();
      byId('search').focus();
    }
    const by = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (by === 0) return;
    const next = shown[shown.findIndex((entry) => entry.at === open) + by];
    if (next !== undefined) go(next.at);
  });
})();
