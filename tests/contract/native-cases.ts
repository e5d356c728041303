// Cases of what other systems wrote; part of `cases.ts`.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readPredictions } from '../builders/native/records.ts';
import { buildMio } from '../builders/native/systems.ts';
import type { Cases } from './world.ts';

const RULE = { kind: 'order' } as const;

async function withMio(test: (dir: string) => Promise<void>): Promise<void> {
  const dir = buildMio();
  try {
    await test(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

export const NATIVE_CASES = {
  'import.nativeLook': ({ api }) =>
    withMio(async (dir) => {
      const look = await api.call('import.nativeLook', { dir });

      expect(look).toMatchObject({ system: 'mio', samples: 5, files: 8 });
      await expect(api.call('import.nativeLook', { dir: join(dir, 'none') })).rejects.toMatchObject(
        { code: 'not-found' },
      );
    }),

  'import.nativePreview': ({ api }) =>
    withMio(async (dir) => {
      const preview = await api.call('import.nativePreview', { dir, rule: RULE });

      // the project has three instances, in their order
      expect(preview.accounts.samples).toEqual({ found: 5, mapped: 3 });
      expect(preview.rows.filter(({ key }) => key !== undefined)).toHaveLength(3);
      await expect(
        api.call('import.nativePreview', { system: 'anygpt', dir, rule: RULE }),
      ).rejects.toMatchObject({ code: 'bad-input', details: { system: 'mio' } });
    }),

  'import.nativeWrite': ({ api, dir: world, dataset }) =>
    withMio(async (dir) => {
      const out = join(world, 'native', 'mio.jsonl');

      const report = await api.call('import.nativeWrite', { dir, rule: RULE, dataset, out });

      expect(report).toMatchObject({ system: 'mio', records: 3, files: 5 });
      expect(readPredictions(out).size).toBe(3);
      expect(existsSync(join(world, 'native', 'mio_files'))).toBe(true);
      await expect(
        api.call('import.nativeWrite', { dir, rule: RULE, out: world }),
      ).rejects.toMatchObject({ code: 'bad-input' });
    }),
} satisfies Cases;
