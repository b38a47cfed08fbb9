import { test } from 'vitest';
import type { ModelFault } from './action';
import { run } from './run';

const sound: ModelFault = { kind: 'none' };

// Runs that failed once, as they were after shrinking.
test('I3: a file whose upload is answered before a restore and noted after it is not called sent', async () => {
  for (let calls = 8; calls <= 30; calls += 1)
    await run([
      { do: 'new-draft', tab: 0, calls: 99 },
      { do: 'attach', tab: 0, calls: 99, n: 0 },
      { do: 'submit', tab: 0, calls: 99, n: 0 },
      { do: 'flush', tab: 0, calls, hurry: false, faults: [] },
      { do: 'restore-backup' },
      { do: 'flush', tab: 1, calls: 99, hurry: false, faults: [sound, { kind: 'request-lost' }] },
      { do: 'step', task: 0, calls: 1 },
    ]);
});
