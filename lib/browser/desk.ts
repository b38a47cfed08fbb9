import type { DecisionRequest, DeskCase, DeskCaseList } from '../contract/wire';
import { fetchCase, fetchCaseFile, fetchCases, postDecision } from '../remote/http-desk';
import type { Trouble } from '../remote/trouble';
import { err, ok, type Result } from '../shared/result';
import type { RemoteProblem } from './api';
import { remoteProblemOf } from './remote-problem';
import { sniffMedia } from './sniff-media';
import { windowLine } from './window-line';

/** One page of the officer's list, or the case of one tracking `code`. `after` is `next` of the page before. */
export async function listCases(query: {
  readonly status?: string;
  readonly code?: string;
  readonly after?: string;
}): Promise<Result<DeskCaseList, RemoteProblem>> {
  return translated(await fetchCases(windowLine, query));
}

export async function openCase(id: string): Promise<Result<DeskCase, RemoteProblem>> {
  return translated(await fetchCase(windowLine, id));
}

/** Decides on the version that was read; a case somebody else changed meanwhile is `version-stale`. */
export async function decideCase(
  id: string,
  version: number,
  decision: DecisionRequest,
): Promise<Result<DeskCase, RemoteProblem>> {
  return translated(await postDecision(windowLine, id, { version, decision }));
}

/** One file of a case, for preview, typed by its content. The caller revokes any object URL. */
export async function openCaseFile(
  caseId: string,
  attachmentId: string,
): Promise<Result<Blob, RemoteProblem>> {
  const file = await fetchCaseFile(windowLine, caseId, attachmentId);
  if (!file.ok) return translated(file);
  return ok(new Blob([file.value], { type: sniffMedia(file.value) ?? 'application/octet-stream' }));
}

function translated<T>(answer: Result<T, Trouble>): Result<T, RemoteProblem> {
  return answer.ok ? answer : err(remoteProblemOf(answer.problem));
}
