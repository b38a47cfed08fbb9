import { describe, test } from 'vitest';
import { createMemoryDevice, createMemoryOutboxStore } from './testing/memory-outbox-store';
import { outboxStoreContract } from './testing/store-contract';

describe('the memory store keeps the promises of the port', () => {
  for (const one of outboxStoreContract)
    test(one.name, () =>
      one.run(async () => {
        const device = createMemoryDevice();
        return {
          store: createMemoryOutboxStore(device),
          reopen: async () => createMemoryOutboxStore(device),
        };
      }),
    );
});
