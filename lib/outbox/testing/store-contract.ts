import type { StoreCase } from './store-case';
import { addingCases } from './store-contract-adding';
import { committingCases } from './store-contract-committing';
import { updatingCases } from './store-contract-updating';

/**
 * Everything an OutboxStore promises. Every adapter runs the same list:
 * `for (const one of outboxStoreContract) test(one.name, () => one.run(open));`
 */
export const outboxStoreContract: readonly StoreCase[] = [
  ...addingCases,
  ...updatingCases,
  ...committingCases,
];
