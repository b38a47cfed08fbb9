import { catalogueResponseSchema } from '../contract/catalogue-schema';
import type { CatalogueResponse } from '../contract/wire';
import { err, ok, type Result } from '../shared/result';
import { callJson } from './call-json';
import type { Line } from './exchange';
import type { Trouble } from './trouble';

export type CatalogueAnswer =
  | { readonly type: 'unchanged' }
  | { readonly type: 'changed'; readonly answer: CatalogueResponse; readonly etag: string | null };

/** As devices asked before there was a list. What is newer than `known`; everything when nothing is known. */
export async function fetchCatalogue(
  line: Line,
  known: { readonly version: number; readonly etag: string | null } | null,
): Promise<Result<CatalogueAnswer, Trouble>> {
  const since = known === null || known.version === 0 ? '' : `?since=${known.version}`;
  const headers = known?.etag ? { 'if-none-match': known.etag } : {};
  const call = { method: 'GET', path: `/api/v1/catalogue${since}`, headers } as const;
  const answer = await callJson(line, call, catalogueResponseSchema);
  if (answer.ok)
    return ok({ type: 'changed', answer: answer.value.value, etag: answer.value.headers.get('etag') });
  const { problem } = answer;
  return problem.type === 'not-modified' ? ok({ type: 'unchanged' }) : err(problem);
}
