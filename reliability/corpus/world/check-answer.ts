import { PROBLEMS, type ProblemCode, type ProblemDocument } from '@/lib/contract/problem';
import type { ItemProblem } from '@/lib/contract/wire';
import type { Answer } from './http';

const POINTER = /^(\/([^~/]|~[01])*)*$/;
const STACK = /\bat (?:[\w.<>$]+ )?\(?(?:file:|node:|webpack|\/)[^\s]*:\d+/;
const PLACE = /(?:\/(?:home|root|tmp|usr|var|opt|work|node_modules|\.next|app\/api|lib\/server)\/|[A-Z]:\\)/;
const SQL =
  /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.*\b(?:FROM|VALUES|SET|WHERE)\b|\bpg_|SQLSTATE|relation "|syntax error at/i;

/** What is wrong with an answer, whatever the question was. Empty when nothing is. */
export function complaints(answer: Answer, isApi: boolean): readonly string[] {
  const found: string[] = [];
  if (answer.status === 0) found.push('no answer at all');
  if (answer.status === 500) found.push('a 500');
  if (answer.status >= 400) {
    if (STACK.test(answer.text)) found.push(`a stack trace: ${answer.text.slice(0, 300)}`);
    if (PLACE.test(answer.text)) found.push(`a path: ${answer.text.slice(0, 300)}`);
    if (SQL.test(answer.text)) found.push(`SQL: ${answer.text.slice(0, 300)}`);
    if (isApi) found.push(...problemComplaints(answer));
  }
  return found;
}

function problemComplaints(answer: Answer): readonly string[] {
  const media = String(answer.headers['content-type'] ?? '');
  if (media !== 'application/problem+json') return [`an error as "${media}": ${answer.text.slice(0, 200)}`];
  // The answer to HEAD has no body.
  if (answer.bytes.byteLength === 0) return [];
  const problem = problemOf(answer);
  if (!problem) return ['a problem that is no JSON'];
  const { type, title, status, code, traceId, errors, ...more } = problem;
  const found: string[] = [];
  if (!Object.hasOwn(PROBLEMS, code)) found.push(`the code "${code}" is not in the list`);
  if (type !== `urn:sheba-setu:problem:${code}` || typeof title !== 'string') found.push('type or title');
  if (status !== answer.status) found.push(`it says ${status} and is ${answer.status}`);
  if (!/^[0-9a-f]{16}$/.test(traceId)) found.push('no trace id');
  if (Object.keys(more).length > 0) found.push(`more than a problem has: ${Object.keys(more)}`);
  if (answer.headers['cache-control'] !== 'no-store') found.push('it may be cached');
  if (RETRIED.has(answer.status) && !Number(answer.headers['retry-after'])) found.push('no Retry-After');
  return [...found, ...errorComplaints(errors)];
}

const RETRIED = new Set([429, 503, 507]);

/** Every place is a JSON pointer, every reason a code. */
export function errorComplaints(errors: ItemProblem['errors'] = []): readonly string[] {
  return errors.flatMap(({ pointer, code }) => [
    ...(POINTER.test(pointer) ? [] : [`"${pointer}" is no JSON pointer`]),
    ...(/^[a-z][a-z0-9_-]*$/.test(code) ? [] : [`"${code}" is no code`]),
  ]);
}

/** The problem document of an answer; null when it is none. */
export function problemOf(answer: Answer): ProblemDocument | null {
  try {
    return JSON.parse(answer.text) as ProblemDocument;
  } catch {
    return null;
  }
}

export const statusOf = (code: ProblemCode): number => PROBLEMS[code].status;
