import { deskCaseListSchema, deskCaseSchema } from '../contract/case-schema';
import type { DecisionRequest, DeskCase, DeskCaseList } from '../contract/wire';
import { err, ok, type Result } from '../shared/result';
import { callJson, hasType, troubleOf } from './call-json';
import { exchange, type Line } from './exchange';
import { jsonBody } from './json-body';
import type { Trouble } from './trouble';

/** One page of the officer's list; with `code` only the case of that tracking code. */
export async function fetchCases(
  line: Line,
  query: { readonly status?: string; readonly code?: string; readonly after?: string },
): Promise<Result<DeskCaseList, Trouble>> {
  const search = new URLSearchParams(query as Record<string, string>).toString();
  const path = `/api/v1/desk/cases${search && `?${search}`}`;
  const answer = await callJson(line, { method: 'GET', path }, deskCaseListSchema);
  return answer.ok ? ok(answer.value.value) : answer;
}

export async function fetchCase(line: Line, id: string): Promise<Result<DeskCase, Trouble>> {
  const answer = await callJson(line, { method: 'GET', path: casePath(id) }, deskCaseSchema);
  return answer.ok ? ok(answer.value.value) : answer;
}

/** Decides on the version that was read; 412 when somebody else was first. */
export async function postDecision(
  line: Line,
  id: string,
  { version, decision }: { readonly version: number; readonly decision: DecisionRequest },
): Promise<Result<DeskCase, Trouble>> {
  const { body, headers } = await jsonBody(decision);
  const answer = await callJson(
    line,
    {
      method: 'POST',
      path: `${casePath(id)}/decision`,
      body,
      headers: { ...headers, 'if-match': `"${version}"` },
    },
    deskCaseSchema,
  );
  return answer.ok ? ok(answer.value.value) : answer;
}

/** One stored file. The server says octet-stream to every browser; the caller knows the type from the case. */
export async function fetchCaseFile(
  line: Line,
  caseId: string,
  attachmentId: string,
): Promise<Result<Uint8Array<ArrayBuffer>, Trouble>> {
  const path = `${casePath(caseId)}/attachments/${encodeURIComponent(attachmentId)}`;
  const answer = await exchange(line, { method: 'GET', path, headers: { accept: '*/*' } });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(troubleOf(answer.value, line.now()));
  // What a portal says, its empty answer too, has another type; ours is always a download.
  const isOurs = hasType(answer.value.headers, 'application/octet-stream');
  return isOurs ? ok(answer.value.body) : err({ type: 'not-our-server' });
}

const casePath = (id: string): string => `/api/v1/desk/cases/${encodeURIComponent(id)}`;
