import { type ContractProblem, parseContract } from '../../../contract/parse-contract';
import { wireSubmissionSchema } from '../../../contract/submission-schema';
import type { ItemProblem, WireSubmission } from '../../../contract/wire';
import type { Result } from '../../../shared/result';
import { err, ok } from '../../../shared/result';
import { quickHash } from './quick-hash';
import { isQuickSubmission } from './quick-submission';

export type ItemFailure = { readonly type: 'refused'; readonly problem: ItemProblem };

export interface ReadItem {
  readonly submission: WireSubmission;
  readonly hash: string;
}

export const refused = (code: ItemProblem['code'], errors?: ItemProblem['errors']) =>
  err({ type: 'refused' as const, problem: { code, ...(errors && errors.length > 0 ? { errors } : {}) } });

/** One item of a sync as sent, with its hash. What only looks like base64url is refused here, before it is hashed. */
export async function readItem(item: unknown): Promise<Result<ReadItem, ItemFailure>> {
  const parsed = readSubmission(item);
  if (!parsed.ok) return refused('validation-failed', parsed.problem.errors);
  const submission = parsed.value;
  for (const part of ['enc', 'ct'] as const)
    if (!isBase64url(submission.sealed[part]))
      return refused('validation-failed', [{ pointer: `/sealed/${part}`, code: 'not-base64url' }]);
  return ok({ submission, hash: quickHash(submission) });
}

function readSubmission(item: unknown): Result<WireSubmission, ContractProblem> {
  if (isQuickSubmission(item)) return ok(item);
  const parsed = parseContract(wireSubmissionSchema, item);
  return parsed.ok ? ok(parsed.value as WireSubmission) : parsed;
}

/** One spelling for one byte string: what comes back from the bytes is what was sent. */
const isBase64url = (text: string) => Buffer.from(text, 'base64url').toString('base64url') === text;
