import { assert, describe, test } from 'vitest';
import { channelLevel, compareChannels, silentChannels } from './channel-relation.ts';
import { amplitude, noise, sine } from '../../../../../tests/builders/sounds.ts';

const level = channelLevel;

test('the mean of a channel is its DC offset', () => {
  const { mean, power } = level(sine(1, 440, 0.5).map((x) => x + 0.02));

  assert.approximately(mean, 0.02, 1e-6);
  assert.approximately(power, 0.125, 1e-6); // a²/2
});

describe('two channels', () => {
  const a = noise(1, 0.5);
  const b = noise(1, 0.5, 48_000, 99);

  test('that are the same are identical, also after rounding to 16 bits', () => {
    const rounded = a.map((x) => Math.round(x * 32_768) / 32_768);

    assert.equal(compareChannels(a, a).relation, 'identical');
    assert.equal(compareChannels(a, rounded).relation, 'identical');
  });

  test('that hardly differ are nearly identical', () => {
    const near = a.map((x, i) => x + 0.001 * b[i]!);

    assert.equal(compareChannels(a, near).relation, 'nearly identical');
  });

  test('of opposite sign are inverted', () => {
    const { relation, correlation } = compareChannels(
      a,
      a.map((x) => -x),
    );

    assert.equal(relation, 'inverted');
    assert.approximately(correlation!, -1, 1e-9);
  });

  test('that have nothing in common are different', () => {
    const { relation, correlation } = compareChannels(a, b);

    assert.equal(relation, 'different');
    assert.approximately(correlation!, 0, 0.02);
  });

  test('of the same sound but of other levels are different', () => {
    const { relation, balanceDb } = compareChannels(
      a,
      a.map((x) => x * amplitude(-6)),
    );

    assert.equal(relation, 'different');
    assert.approximately(balanceDb!, 6, 1e-6);
  });

  test('of which one is silent have no correlation', () => {
    const { correlation, relation } = compareChannels(a, new Float32Array(a.length));

    assert.isUndefined(correlation);
    assert.equal(relation, 'different');
  });
});

test('a channel is silent only where another one is not', () => {
  const sound = level(sine(1, 440, 0.5));
  const silence = level(new Float32Array(1000));

  assert.deepEqual(silentChannels([sound, silence]), [1]);
  assert.deepEqual(silentChannels([silence, silence]), []);
});
