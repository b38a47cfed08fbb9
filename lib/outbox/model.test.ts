import fc from 'fast-check';
import { describe, test } from 'vitest';
import { anyAction, run } from './testing/model-run';

describe('two flushers, a bad line and a server that is restored', () => {
  const property = () =>
    fc.asyncProperty(fc.scheduler(), fc.array(anyAction, { minLength: 8, maxLength: 45, size: 'max' }), run);

  test('[OB-29] I1 nothing lost, I2 nothing twice, I6 everything settles, I7 no way back: the same 200 runs each time', async () => {
    await fc.assert(property(), { seed: 1, numRuns: 200 });
  }, 60_000);

  test('[OB-29] and 100 runs nobody has seen before', async () => {
    await fc.assert(property(), { numRuns: 100 });
  }, 60_000);
});
