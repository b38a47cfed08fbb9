import { err, type Result } from '../shared/result';
import type { ExportedUnsent, SaveProblem } from './api';

/** Everything sealed that the server has not acknowledged, as one file for a pen-drive. Holds no readable answer. */
export async function exportUnsent(): Promise<Result<ExportedUnsent, SaveProblem>> {
  return err({ type: 'store-down' });
}
