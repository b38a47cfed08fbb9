import type { DecisionRequest, DeskCase, DeskCaseList } from '../contract/wire';
import { err, type Result } from '../shared/result';
import type { RemoteProblem } from './api';

/** One page of the officer's list. `after` is `next` of the page before. */
export async function listCases(query: {
  readonly status?: string;
  readonly after?: string;
}): Promise<Result<DeskCaseList, RemoteProblem>> {
  void query;
  return err({ type: 'unavailable' });
}

export async function openCase(id: string): Promise<Result<DeskCase, RemoteProblem>> {
  void id;
  return err({ type: 'unavailable' });
}

/** Decides on the version that was read; a case somebody else changed meanwhile is `version-stale`. */
export async function decideCase(
  id: string,
  version: number,
  decision: DecisionRequest,
): Promise<Result<DeskCase, RemoteProblem>> {
  void [id, version, decision];
  return err({ type: 'unavailable' });
}

/** One file of a case, for preview. The caller revokes any object URL. */
export async function openCaseFile(id: string, attachmentId: string): Promise<Result<Blob, RemoteProblem>> {
  void [id, attachmentId];
  return err({ type: 'unavailable' });
}
