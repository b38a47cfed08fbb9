import * as z from 'zod/mini';
import { parseContract } from '../../contract/parse-contract';
import { caseStatus, slug, trackingCode } from '../../contract/schema-parts';
import { err, ok, type Result } from '../../shared/result';
import { parseCasePosition } from '../services/case-position';
import type { CaseQuery } from '../services/list-cases';
import type { RequestProblem } from './read-contract';

const caseQuerySchema = z.strictObject({
  status: z.exactOptional(caseStatus),
  service: z.exactOptional(slug),
  code: z.exactOptional(trackingCode),
  after: z.exactOptional(z.string().check(z.maxLength(80))),
});

/** What an officer's list is asked for. */
export function readCaseQuery(search: URLSearchParams): Result<CaseQuery, RequestProblem> {
  const parsed = parseContract(caseQuerySchema, Object.fromEntries(search));
  if (!parsed.ok) return err({ type: 'validation-failed', errors: parsed.problem.errors });
  const { status = null, service = null, code = null, after } = parsed.value;
  const position = after === undefined ? null : parseCasePosition(after);
  if (after !== undefined && position === null)
    return err({ type: 'validation-failed', errors: [{ pointer: '/after', code: 'invalid_format' }] });
  return ok({ status, serviceId: service, code, after: position });
}
