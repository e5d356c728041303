import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from './paths.mjs';
import { LIST_FILE, listPackages, thirdPartyList } from './third-party.mjs';

test('the list of third-party licences is up to date; "npm run licences" makes it so', () => {
  expect(readFileSync(LIST_FILE, 'utf8') === thirdPartyList()).toBe(true);
});

test('no package under the GPL is packed into the app', () => {
  const packing = readFileSync(inRoot('electron-builder.yml'), 'utf8');
  const isGpl = ({ licence }: { licence: string }) => /(^|[^L])GPL/.test(licence);
  const isChoice = ({ licence }: { licence: string }) => licence.includes(' OR ');
  const gpl = listPackages().filter((each) => isGpl(each) && !isChoice(each));

  expect(gpl.map(({ name }) => name)).toEqual([
    '@audio/decode-aac',
    '@audio/decode-ac3',
    '@audio/decode-dts',
  ]);
  expect(packing).toContain("'!node_modules/@audio/decode-{aac,ac3,dts}/**'");
  expect(packing).toContain("'!node_modules/node-av/**'");
});
