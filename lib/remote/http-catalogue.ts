import { serviceFormsSchema, serviceListSchema } from '../contract/catalogue-schema';
import type { ServiceForms, ServiceList } from '../contract/wire';
import { err, ok, type Result } from '../shared/result';
import { callJson } from './call-json';
import type { Line } from './exchange';
import type { Trouble } from './trouble';

export type ListAnswer =
  | { readonly type: 'unchanged' }
  | { readonly type: 'changed'; readonly list: ServiceList; readonly etag: string | null };

/** What is newer in the list than `known`; all of it when nothing is known. */
export async function fetchServiceList(
  line: Line,
  known: { readonly version: number; readonly etag: string | null; readonly agenciesTag: string } | null,
): Promise<Result<ListAnswer, Trouble>> {
  const query = known?.etag ? `?since=${known.version}&agencies=${known.agenciesTag}` : '';
  const headers = known?.etag ? { 'if-none-match': known.etag } : {};
  const call = { method: 'GET', path: `/api/v1/catalogue/list${query}`, headers } as const;
  const answer = await callJson(line, call, serviceListSchema);
  if (answer.ok)
    return ok({
      type: 'changed',
      list: answer.value.value as ServiceList,
      etag: answer.value.headers.get('etag'),
    });
  const { problem } = answer;
  return problem.type === 'not-modified' ? ok({ type: 'unchanged' }) : err(problem);
}

/** A part of the catalogue, or single forms; `tag` is the content already there. */
export type FormsQuestion =
  | { readonly part: number }
  | { readonly want: readonly { readonly id: string; readonly tag?: string }[] };

/** Forms, and the option sets when they are other than those of `setsTag`. */
export async function fetchForms(
  line: Line,
  question: FormsQuestion,
  setsTag: string | null,
): Promise<Result<ServiceForms, Trouble>> {
  const asked =
    'part' in question
      ? `part=${question.part}`
      : `want=${question.want.map(({ id, tag }) => (tag === undefined ? id : `${id}~${tag}`)).join(',')}`;
  const sets = setsTag === null ? '' : `&sets=${setsTag}`;
  const call = { method: 'GET', path: `/api/v1/catalogue/forms?${asked}${sets}` } as const;
  const answer = await callJson(line, call, serviceFormsSchema);
  return answer.ok ? ok(answer.value.value as ServiceForms) : answer;
}
