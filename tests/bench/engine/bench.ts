import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Figure } from '../figures.ts';
import { measureAlignment } from './alignment.ts';
import { measureAnnotations } from './annotations.ts';
import { measureFloor } from './floor.ts';
import { measureImport } from './import.ts';
import { measureQueries } from './queries.ts';
import { measureStructure } from './structure.ts';
import { makeSyntheticData } from './synthetic.ts';

export const bench: Bench = {
  title: 'Engine, 31,026 instances × 4 models',
  async run() {
    const data = makeSyntheticData();
    const dir = mkdtempSync(join(tmpdir(), 'unim-loupe-bench-run-'));
    try {
      const floor = measureFloor(data, join(dir, 'floor.sqlite'));
      const imported = await measureImport(data, join(dir, 'project'));
      const figures: Figure[] = [
        { name: 'Import until usable', value: imported.usableS, unit: 's', bar: 9 },
        {
          name: 'Search index complete, from the start',
          value: imported.indexedS,
          unit: 's',
          bar: 22,
        },
        {
          name: 'Peak memory of the importing process',
          value: imported.peakMb,
          unit: 'MB',
          bar: 450,
        },
        { name: 'Import again, nothing changed', value: imported.againS, unit: 's', bar: 3 },
        { name: 'Floor: plain inserts of the same records', value: floor.insertS, unit: 's' },
        { name: 'Floor: the same text into FTS5 as it comes', value: floor.searchS, unit: 's' },
        {
          name: 'Import, as a multiple of its floor',
          value: imported.usableS / floor.insertS,
          unit: 'x',
        },
        {
          name: 'Index complete, as a multiple of both floors',
          value: imported.indexedS / (floor.insertS + floor.searchS),
          unit: 'x',
        },
        await measureAlignment(),
        measureStructure(join(dir, 'project')),
        ...(await measureQueries(join(dir, 'project'))),
        ...(await measureAnnotations(join(dir, 'project'))),
      ];
      return figures;
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
};
