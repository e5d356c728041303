// Cases of files: found in folders, shown by the host, read for what they hold; part of `cases.ts`.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { MediaRef } from '../../shared/model/media.ts';
import { KEYS } from './dataset.ts';
import type { Cases, World } from './world.ts';

/** The file behind the first item of an instance's reference. */
export async function referenceMedia({ api }: World, key: string): Promise<MediaRef> {
  const { instance } = await api.call('instances.get', { key, models: [] });
  const media = instance.reference.items[0]?.media;
  if (media?.kind !== 'file') throw new Error(`the reference of ${key} has no file`);
  return media.ref;
}

export const MEDIA_CASES = {
  'files.list': async ({ api, dir, projectDir }) => {
    const listing = await api.call('files.list', { dir });

    expect(listing.entries).toContainEqual({
      name: 'project',
      path: projectDir,
      kind: 'folder',
      isProject: true,
    });
    await expect(api.call('files.list', { dir: join(dir, 'none') })).rejects.toMatchObject({
      code: 'not-found',
    });
  },
  'files.reveal': async (world) => {
    const { id, name } = await referenceMedia(world, KEYS.physics);

    await world.api.call('files.reveal', { mediaId: id });

    expect(world.shown.at(-1)).toMatch(new RegExp(`${name}$`));
  },
  'files.openExternally': async (world) => {
    const { id, name } = await referenceMedia(world, KEYS.law);

    await world.api.call('files.openExternally', { mediaId: id });

    expect(world.shown.at(-1)).toMatch(new RegExp(`${name}$`));
  },

  'media.facts': async (world) => {
    const { id } = await referenceMedia(world, KEYS.physics);

    const facts = await world.api.call('media.facts', { mediaId: id });

    expect(facts).toMatchObject({ widthPx: 2, heightPx: 2 });
    await expect(world.api.call('media.facts', { mediaId: 'no~such' })).rejects.toThrow();
  },
  'media.defects': async (world) => {
    const { id } = await referenceMedia(world, KEYS.physics);
    // another file of the same opened folder: three sides of a tetrahedron
    const [root = '', place = ''] = id.split('~');
    const path = join(dirname(Buffer.from(place, 'base64url').toString()), 'open.obj');
    const text = 'v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\nf 1 3 2\nf 1 2 4\nf 1 4 3\n';
    writeFileSync(join(world.dataset, path), text);
    const mediaId = `${root}~${Buffer.from(path).toString('base64url')}`;

    const { kinds } = await world.api.call('media.defects', { mediaId });

    expect(kinds).toMatchObject([{ id: 'boundary-edges', total: 3, shown: 3 }]);
    // 3 lines × 6 numbers × 4 bytes, in base64
    expect(kinds[0]?.segments).toHaveLength(96);
    await expect(world.api.call('media.defects', { mediaId: id })).rejects.toMatchObject({
      code: 'unsupported',
    });
  },
  'media.captions': async (world) => {
    const { id } = await referenceMedia(world, KEYS.law);
    const place = Buffer.from(id.split('~')[1] ?? '', 'base64url').toString();
    const beside = join(world.dataset, place.replace(/\.\w+$/, '.en.srt'));

    const before = await world.api.call('media.captions', { mediaId: id });
    writeFileSync(beside, '1\n00:00:00,000 --> 00:00:00,100\nA <b>tone</b>.\n');
    const { tracks } = await world.api.call('media.captions', { mediaId: id });

    expect(before.tracks).toEqual([]);
    const cues = [{ fromMs: 0, toMs: 100, text: 'A tone.' }];
    expect(tracks).toMatchObject([{ language: 'en', cues }]);
    await expect(world.api.call('media.captions', { mediaId: 'no~such' })).rejects.toThrow();
  },
  'media.peaks': async (world) => {
    const { id } = await referenceMedia(world, KEYS.law);

    const waveform = await world.api.call('media.peaks', { mediaId: id, bins: 16 });
    const { peaks, durationMs } = waveform;

    expect(durationMs).toBeCloseTo(100, 0);
    expect(peaks).toHaveLength(16);
    expect(Math.max(...peaks)).toBeCloseTo(0.5, 1); // the tone's amplitude is 16,384 of 32,768
    expect(waveform).toMatchObject({ coverage: 1, isComplete: true });
    // a tenth of a second is looked at whole also in haste
    const quick = await world.api.call('media.peaks', { mediaId: id, bins: 16, isQuick: true });
    expect(quick).toEqual(waveform);
  },
  'media.spectrogram': async (world) => {
    const { id } = await referenceMedia(world, KEYS.law);

    const picture = await world.api.call('media.spectrogram', {
      mediaId: id,
      columns: 16,
      rows: 32,
    });

    expect(picture).toMatchObject({ columns: 16, rows: 32, scale: 'mel', coverage: 1 });
    expect(picture.durationMs).toBeCloseTo(100, 0);
    expect(Buffer.from(picture.levels, 'base64')).toHaveLength(512);
    expect(Math.max(...picture.peaks)).toBeCloseTo(0.5, 1);
  },
} satisfies Cases;
