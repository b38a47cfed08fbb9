import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assert } from '../../shared/assert';
import { migrate } from './migrate';

const LATER = '0099_later';
let url: string;
let folder: string;

beforeEach(async () => {
  const name = `setu_${randomBytes(6).toString('hex')}`;
  await ask(shared(), `CREATE DATABASE ${name}`);
  url = Object.assign(new URL(shared()), { pathname: `/${name}` }).href;
  folder = await mkdtemp(path.join(tmpdir(), 'setu-migrations-'));
  await cp('lib/server/db/migrations', folder, { recursive: true });
});
afterEach(async () => {
  await ask(shared(), `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
  await rm(folder, { recursive: true, force: true });
});

describe('mode 50: a migration', () => {
  it('that fails half-way leaves the database as it was, and runs whole once it is mended', async () => {
    await migrate(url, folder);
    const before = await tables();
    await addMigration('CREATE TABLE later (id integer);\n--> statement-breakpoint\nSELECT 1 / 0;');
    await expect(migrate(url, folder)).rejects.toThrow();
    expect(await tables()).toEqual(before);

    await writeFile(path.join(folder, `${LATER}.sql`), 'CREATE TABLE later (id integer);');
    await migrate(url, folder);
    expect(await tables()).toEqual([...before, 'later'].toSorted());
  });

  it('is applied once when several servers start at once', async () => {
    await addMigration('CREATE TABLE later (id integer);');
    await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
    expect(await tables()).toContain('later');
  });
});

/** What drizzle keeps of a migration, as far as this test changes it. */
interface Entry {
  readonly idx: number;
  readonly when: number;
}

/** Another migration behind those of the product. */
async function addMigration(sql: string): Promise<void> {
  const journal = path.join(folder, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8')) as {
    readonly entries: readonly Entry[];
  };
  const last = entries.at(-1);
  assert(last, 'the product has migrations');
  const later = { ...last, idx: last.idx + 1, when: last.when + 1, tag: LATER };
  await writeFile(journal, JSON.stringify({ ...rest, entries: [...entries, later] }));
  await writeFile(path.join(folder, `${LATER}.sql`), sql);
}

async function tables(): Promise<readonly string[]> {
  const rows = await ask(url, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
  return rows.map(({ tablename }) => String(tablename)).toSorted();
}

function shared(): string {
  const address = process.env.SETU_TEST_DATABASE_URL;
  assert(address, 'the global setup of vitest.config.ts started a PostgreSQL');
  return address;
}

async function ask(address: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
