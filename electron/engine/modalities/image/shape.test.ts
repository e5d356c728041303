import { assert, describe, test } from 'vitest';
import { lnGamma } from './ln-gamma.ts';
import { shapeOf } from './shape.ts';

describe('shape of a sample', () => {
  test('a Laplacian has α = 1', () => {
    // mean|x| = b, rms = √2·b → ρ = 0.7071; Γ(1/α)/Γ(2/α) = 0.7071 at α = 0.878…
    const { alpha, beta } = shapeOf(1, Math.SQRT2);

    assert.approximately(Math.exp(lnGamma(1 / alpha) - lnGamma(2 / alpha)), Math.SQRT1_2, 0.001);
    assert.approximately(beta, Math.sqrt(Math.exp(lnGamma(1 / alpha) - lnGamma(3 / alpha))), 1e-12);
  });

  test('values of one size, ρ = 1, have α = 1 and β = √½', () => {
    const { alpha, beta } = shapeOf(3, 3);

    assert.approximately(alpha, 1, 1e-9);
    assert.approximately(beta, Math.SQRT1_2, 1e-9);
  });

  test('nothing has the fixed shape', () => {
    assert.deepEqual(shapeOf(0, 0), { alpha: 1, beta: 0.1 });
  });

  test('the least ρ has the grid’s least α', () => {
    assert.approximately(shapeOf(1e-9, 1).alpha, 0.2, 1e-9);
  });

  test('scale does not matter', () => {
    assert.deepEqual(shapeOf(0.3, 0.5), shapeOf(30, 50));
  });
});

describe('logarithm of the gamma function', () => {
  test('agrees with factorials and with Γ(½) = √π', () => {
    assert.approximately(lnGamma(5), Math.log(24), 1e-13);
    assert.approximately(lnGamma(10), Math.log(362_880), 1e-13);
    assert.approximately(lnGamma(0.5), Math.log(Math.PI) / 2, 1e-13);
    assert.approximately(lnGamma(1), 0, 1e-13);
  });
});
