// Watches a page for anything that content may not do: run, ask, open, leave. What the policy had to
// stop counts too, for then it came further than it may.
import { expect, type Page } from '@playwright/test';

export interface Guard {
  /** What was noticed so far; empty when all is well. */
  readonly noticed: readonly string[];
  /** Fails when anything was noticed, or stands in the page that could still run, load or lead away. */
  readonly check: () => Promise<void>;
}

declare global {
  interface Window {
    noteViolation?: (text: string) => void;
  }
}

/** Begins to watch; the page is loaded already. */
export async function guardPage(page: Page): Promise<Guard> {
  const noticed: string[] = [];
  const { origin } = new URL(page.url());
  // a page from a disk has its folder and nothing else
  const home = origin === 'null' ? new URL('.', page.url()).href : origin;
  page.on('dialog', (dialog) => {
    noticed.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => noticed.push(`popup: ${popup.url()}`));
  page.on('download', (download) => noticed.push(`download: ${download.url()}`));
  page.on('framenavigated', (frame) => {
    if (new URL(frame.url()).origin !== origin) noticed.push(`navigation: ${frame.url()}`);
  });
  page.on('request', (request) => {
    const isOwn = /^(blob:|data:)/.test(request.url()) || request.url().startsWith(home);
    if (!isOwn) noticed.push(`request: ${request.url()}`);
  });
  await page.exposeFunction('noteViolation', (text: string) => noticed.push(`stopped: ${text}`));
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.noteViolation?.(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return {
    noticed,
    async check() {
      expect(noticed).toEqual([]);
      expect(await page.evaluate(() => window.__hacked)).toBeUndefined();
      expect(new URL(page.url()).origin).toBe(origin);
      expect(page.frames()).toHaveLength(1);
      expect(await page.evaluate(findLeads)).toEqual([]);
    },
  };
}

/** Runs in the page: elements and attributes that could act, in the document and in shadow roots. */
function findLeads(): string[] {
  const roots: ParentNode[] = [document.body];
  for (const element of document.querySelectorAll('*'))
    if (element.shadowRoot !== null) roots.push(element.shadowRoot);
  const leads: string[] = [];
  for (const element of roots.flatMap((root) => [...root.querySelectorAll('*')])) {
    const tell = (why: string) => leads.push(`${why}: ${element.outerHTML.slice(0, 120)}`);
    if (element.matches('iframe, object, embed, meta, base, link, form[action], template'))
      tell('element');
    if (element.matches('script') && element.getAttribute('src')?.startsWith('.') !== true)
      tell('script');
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) tell('handler');
      const isAddress = ['href', 'src', 'srcset', 'action', 'xlink:href', 'poster'].includes(name);
      if (isAddress && /^\s*(javascript|vbscript|data:text)|evil\.test/i.test(value))
        tell('address');
      if (name === 'style' && value.includes('evil.test')) tell('style');
    }
  }
  return leads;
}
