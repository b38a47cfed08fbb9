import fc from 'fast-check';
import { describe, test } from 'vitest';
import { figure } from '../figures';
import { keptSeeds } from '../kept-seeds';
import { anyAction } from './arbitrary-action';
import { run } from './run';

const property = () => fc.asyncProperty(fc.array(anyAction, { maxLength: 40, size: 'max' }), run);

describe('one device, two contexts, the real stores and engine, and everything that can go wrong', () => {
  const kept = keptSeeds('model');
  if (kept.length > 0)
    test.each([...kept])('again: $why', async ({ seed, path }) => {
      await fc.assert(property(), { seed, ...(path !== undefined && { path }), numRuns: 1 });
    });

  test('[OB-29] I1 I2 I3 I4 I6 I7 I8: the same runs each time', async () => {
    await fc.assert(property(), { seed: 1, numRuns: figure(600, 100_000) });
  });

  test('[OB-29] and runs nobody has seen before', async () => {
    await fc.assert(property(), { numRuns: figure(600, 100_000) });
  });
});
