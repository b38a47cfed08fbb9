import fc from 'fast-check';
import { test } from 'vitest';
import { anyAction, run } from '../../lib/outbox/testing/model-run';
import { figure } from '../figures';

test('[OB-9] [OB-29] two flushers whose every call waits for the scheduler, which chooses what comes first', async () => {
  const actions = fc.array(anyAction, { maxLength: 45, size: 'max' });
  const runs = fc.asyncProperty(fc.scheduler(), actions, run);
  await fc.assert(runs, { numRuns: figure(1_000, 40_000) });
});
