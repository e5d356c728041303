import { Command } from 'commander';
import { fileURLToPath } from 'node:url';
import { assert, describe, test } from 'vitest';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { qualityCommand } from './quality.ts';

const golden = (name: string) =>
  fileURLToPath(new URL(`../../../tests/golden/media/${name}`, import.meta.url));

interface Row {
  readonly file: string;
  readonly modality: string | null;
  readonly profile: string;
  readonly score: number | null;
  readonly unscored?: { readonly code: string; readonly reason: string };
  readonly components: Record<string, { readonly value: number; readonly unit: string }>;
  readonly seconds: number;
}

const ignore = () => undefined;

async function run(...args: string[]) {
  const lines: string[] = [];
  let document: unknown;
  let exitCode: ExitCode | undefined;
  const terminal: Terminal = {
    print: (text) => lines.push(text),
    printJson: (value) => {
      document = JSON.parse(JSON.stringify(value)) as unknown;
    },
    note: ignore,
    progress: ignore,
    endProgress: ignore,
  };
  const program = new Command().exitOverride().configureOutput({ writeErr: ignore });
  qualityCommand.add(program, terminal, (code) => (exitCode = code));
  await program.parseAsync(['quality', ...args], { from: 'user' });
  return { lines, rows: document as Row[], exitCode };
}

describe('quality', () => {
  test('prints score, components and time of each file as JSON, paths as given', async () => {
    const files = [golden('image/scene.png'), golden('audio/drums.flac'), golden('3d/cube.obj')];

    const { rows, exitCode } = await run('--json', ...files);

    assert.deepEqual(
      rows.map(({ file, modality, profile }) => `${file} ${modality} ${profile}`),
      files.map((file, i) => `${file} ${['image', 'audio', 'threeD'][i]} unim`),
    );
    assert.deepEqual([rows[0]!.score, rows[1]!.score], [90.72, 1.22]);
    assert.equal(rows[1]!.components['dynamic range']?.unit, 'dB');
    assert.isAbove(rows[2]!.seconds, 0);
    assert.equal(exitCode, EXIT.done);
  });

  test('gives a reason for a file that cannot be scored, and ends with 1', async () => {
    const { rows, exitCode } = await run('--json', '/none/at/all.png', golden('image/flat.png'));

    assert.isNull(rows[0]!.score);
    assert.equal(rows[0]!.unscored?.code, 'media-missing');
    assert.equal(rows[1]!.score, 93.18);
    assert.equal(exitCode, EXIT.dataFailures);
  });

  test('takes a file for what --modality says', async () => {
    const { rows } = await run('--json', '--modality', 'audio', golden('image/flat.png'));

    assert.equal(rows[0]!.modality, 'audio');
    assert.equal(rows[0]!.unscored?.code, 'unsupported');
  });

  test('refuses an unknown modality', async () => {
    let message = '';
    await run('--modality', 'smell', golden('image/flat.png')).catch((error: unknown) => {
      message = String(error);
    });

    assert.include(message, 'threeD');
  });

  test('says that code has no score without a judge', async () => {
    const { rows } = await run('--json', fileURLToPath(import.meta.url));

    assert.equal(rows[0]!.modality, 'code');
    assert.include(rows[0]!.unscored?.reason, 'judge');
  });

  test('lists the rated components of a single file for people', async () => {
    const { lines } = await run(golden('audio/speech.wav'));

    assert.match(lines[0]!, /77\.29 {2}audio/);
    assert.isTrue(lines.some((line) => /dynamic range +25\.1796 dB +rated 1\.000/.test(line)));
  });
});
