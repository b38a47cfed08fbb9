import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEWS_ONLY_HEADER } from '@/lib/contract/news-only';
import type { SyncResponse, WireSubmission } from '@/lib/contract/wire';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { onOwnPhone } from '@/lib/server/testing/people';
import type { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let phone: TestClient;
beforeAll(async () => {
  server = await createTestServer();
  phone = await onOwnPhone(server.origin);
});
afterAll(() => server.close());

const ask = (submissions: readonly WireSubmission[], cursor: number, headers: Record<string, string> = {}) =>
  phone.send<SyncResponse>('POST', '/api/v1/sync', {
    json: { protocol: 1, cursor, catalogueVersion: 0, submissions },
    headers,
  });

describe('a sync beside another', () => {
  it('is told its own changes only', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => makeSubmission(server, phone)));
    const items = made.map(({ submission }) => submission);
    const { body: first } = await ask(items.slice(0, 3), 0);
    const beside = await ask(items.slice(3), 0, { [NEWS_ONLY_HEADER]: '1' });
    expect(beside.body.changes.map(({ submissionId }) => submissionId)).toEqual(
      items.slice(3).map(({ id }) => id),
    );
    expect(beside.body.cursor).toBe(first.cursor + 2);
    const nothing = await ask(items.slice(3), 0, { [NEWS_ONLY_HEADER]: '' });
    expect(nothing.body).toMatchObject({ changes: [], cursor: first.cursor + 2 });
  });

  it('is told everything behind its cursor when it does not ask', async () => {
    const { body } = await ask([], 0);
    expect(body.changes).toHaveLength(5);
  });
});
