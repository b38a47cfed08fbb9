import { CHECK_IN_HEADER, shortEpoch } from '../../contract/check-in';
import type { NeverArrived, SettleRequest, SyncResponse } from '../../contract/wire';
import { assert } from '../../shared/assert';
import type { Said, TestClient } from './test-client';

const PATH = '/api/v1/never-arrived';

/** One exchange that carries this check-in, word for word. */
export async function sayCheckIn(
  client: TestClient,
  said: string,
  submissions: readonly unknown[] = [],
): Promise<Said<SyncResponse>> {
  const json = { protocol: 1, cursor: 0, catalogueVersion: 0, submissions };
  const answer = await client.send<SyncResponse>('POST', '/api/v1/sync', {
    json,
    headers: { [CHECK_IN_HEADER]: said },
  });
  assert(answer.status === 200, `a check-in costs nobody an exchange: ${answer.status}`);
  return answer;
}

/** The epoch of the server as a check-in names it. */
export async function epochOf(client: TestClient): Promise<string> {
  return shortEpoch((await client.send<{ epoch: string }>('GET', '/api/v1/health')).body.epoch);
}

export const listOf = (client: TestClient) => client.send<NeverArrived>('GET', PATH);

/** The list, each code with its state. */
export const statesOf = async (client: TestClient): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await listOf(client)).body.items.map(({ trackingCode, state }) => [trackingCode, state]),
  );

export const settle = (
  client: TestClient,
  trackingCodes: readonly string[],
  decision: SettleRequest['decision'] = 'filed-again',
) => client.send<NeverArrived>('POST', PATH, { json: { trackingCodes, decision } });
