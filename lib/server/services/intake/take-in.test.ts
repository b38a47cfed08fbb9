import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { databasePool } from '../../db/client';
import { createTestServer, type TestServer } from '../../testing/create-test-server';
import { makeSubmission } from '../../testing/make-submission';
import { atCentre } from '../../testing/people';
import type { TestClient } from '../../testing/test-client';

let server: TestServer;
let centre: TestClient;
beforeAll(async () => {
  server = await createTestServer();
  centre = await atCentre(server.origin);
});
afterAll(() => server.close());

const manyOf = async (count: number) =>
  (await Promise.all(Array.from({ length: count }, () => makeSubmission(server, centre)))).map(
    ({ submission }) => submission,
  );

/** Statements that the server sends while it answers. */
async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const client = await databasePool().connect();
  const spy = vi.spyOn(Object.getPrototypeOf(client) as typeof client, 'query');
  client.release();
  await work();
  const statements = spy.mock.calls.length;
  spy.mockRestore();
  return statements;
}

describe('a batch', () => {
  it('costs as many queries for forty items as for two', async () => {
    await centre.sync(await manyOf(1));
    const [two, forty] = [await manyOf(2), await manyOf(40)];
    const few = await countQueries(() => centre.sync(two, 1));
    const many = await countQueries(() => centre.sync(forty, 1));
    expect(many).toBe(few);
    expect(many).toBeLessThan(20);
  });

  it('with one item the database refuses goes through without it', async () => {
    const [good, bad, better] = await manyOf(3);
    await server.asOwner(`ALTER TABLE submissions ADD CONSTRAINT trap CHECK (id <> '${bad?.id}') NOT VALID`);
    const { status, body } = await centre.sync([good, bad, better]);
    expect(status).toBe(200);
    expect(body.receipts.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused', 'accepted']);
    expect(body.receipts[1]?.problem).toEqual({ code: 'internal' });
    await server.asOwner('ALTER TABLE submissions DROP CONSTRAINT trap');
  });

  it('leaves no receipt and no row when its transaction fails', async () => {
    const items = await manyOf(3);
    await server.asOwner(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '57014'; END $$`,
    );
    await server.asOwner('CREATE TRIGGER fail BEFORE INSERT ON submission_events EXECUTE FUNCTION fail()');
    const { status, headers, body } = await centre.sync(items);
    expect({ status, code: (body as unknown as { code: string }).code }).toEqual({
      status: 503,
      code: 'unavailable',
    });
    expect(headers.get('retry-after')).not.toBeNull();
    await server.asOwner('DROP TRIGGER fail ON submission_events');
    const again = await centre.sync(items);
    expect(again.body.receipts.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
  });
});
