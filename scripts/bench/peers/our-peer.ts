import pg from 'pg';
import type { RunningServer } from '../../../e2e/fixtures/running-server';
import { bundleQueuePage, EMPTY_PAGE } from '../page/bundle-page';
import type { Peer } from './peer';

/** This app: its production server on PostgreSQL, its own queue in the page. */
export async function ourPeer(root: string, server: RunningServer): Promise<Peer> {
  const before = new Set(await heldInPostgres(server.databaseUrl));
  return {
    name: 'ours',
    port: server.port,
    page: EMPTY_PAGE,
    script: await bundleQueuePage(root),
    config: () => null,
    async held() {
      const fresh = (await heldInPostgres(server.databaseUrl)).filter((id) => !before.has(id));
      for (const id of fresh) before.add(id);
      return fresh;
    },
  };
}

async function heldInPostgres(databaseUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<{ id: string }>('SELECT id FROM submissions')).rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
