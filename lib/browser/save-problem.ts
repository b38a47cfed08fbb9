import { StoreError } from '../local/store-error';
import type { SaveProblem } from './api';

/** The expected failure in an exception of the store; a defect rises. */
export function saveProblemOf(error: unknown): SaveProblem {
  if (error instanceof StoreError) return error.problem;
  throw error;
}
