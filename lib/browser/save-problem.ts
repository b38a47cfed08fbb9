import { StoreError } from '../local/store-error';
import { VaultLockedError } from '../local/vault-locked';
import type { SaveProblem } from './api';

/** The expected failure in an exception of the store; a defect rises. */
export function saveProblemOf(error: unknown): SaveProblem {
  if (error instanceof StoreError) return error.problem;
  // The lock came between: nothing can be written until a PIN is typed.
  if (error instanceof VaultLockedError) return { type: 'store-down' };
  throw error;
}
