import { serverKeysSchema } from '../contract/server-keys-schema';
import type { ServerKeys } from '../contract/wire';
import { ok, type Result } from '../shared/result';
import { callJson } from './call-json';
import type { Line } from './exchange';
import type { Trouble } from './trouble';

/** Keys to seal to and to check receipts with. */
export async function fetchServerKeys(line: Line): Promise<Result<ServerKeys, Trouble>> {
  const answer = await callJson(line, { method: 'GET', path: '/api/v1/server-keys' }, serverKeysSchema);
  return answer.ok ? ok(answer.value.value) : answer;
}
