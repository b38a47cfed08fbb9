import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accounts } from '../db/schema/auth';
import { staff } from '../db/schema/staff';
import { createTestServer, type TestServer } from '../testing/create-test-server';
import { weakSecrets } from './weak-secrets';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const of = (databaseUrl: string, origin: string | null = 'https://setu.example') =>
  weakSecrets({ ...server.context.config, databaseUrl, origin }, server.db);
const GOOD = 'postgresql://app:kZ4v-unguessable-91@db.example/setu';

it('a laptop may run as it comes', async () => {
  expect(await of('postgresql://postgres:postgres@localhost/setu', null)).toEqual([]);
  expect(await of('postgresql://postgres:postgres@localhost/setu', 'http://localhost:3000')).toEqual([]);
});

it('a deployment does not start with accounts that everybody can open', async () => {
  expect(await of(GOOD)).toEqual(['demo-accounts']);
  await server.db.update(accounts).set({ password: await hashPassword('a word of their own') });
  expect(await of(GOOD)).toEqual([]);
});

it('an account that was suspended is nobody’s way in', async () => {
  await server.db.update(accounts).set({ password: await hashPassword('setu-demo-2026') });
  await server.db.update(staff).set({ disabledAt: new Date() });
  expect(await of(GOOD)).toEqual([]);
});

it.each(['postgres', 'changeme', 'password1234567', 'Setu-2026-setu-2026', 'short', 'elevenchars'])(
  'a deployment does not start with the database password %s',
  async (password) => {
    expect(await of(`postgresql://app:${password}@db.example/setu`)).toContain('database-password');
  },
);

it('nor is one asked for where a socket or a certificate proves who it is', async () => {
  expect(await of('postgresql://app@db.example/setu?sslmode=verify-full')).toEqual([]);
});
