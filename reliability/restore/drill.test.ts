import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/start/free-port.mjs';
import { runCommand, startAll } from './command';
import { openDevice } from './device';

// The tests go on where the one before has left the server: each start costs seconds.
let base: string;
let dataDir: string;
let running: { stop(): Promise<void> } | undefined;
let port = 0;
let photograph: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'setu drill '));
  // as root, PostgreSQL's own user has to walk in
  chmodSync(base, 0o711);
  dataDir = join(base, 'data');
  port = await freePort();
  const picture = sharp({
    create: {
      width: 900,
      height: 700,
      channels: 3,
      background: '#7aa',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });
  photograph = new Uint8Array(await picture.jpeg({ quality: 80 }).toBuffer());
});
afterAll(async () => {
  await running?.stop();
  rmSync(base, { recursive: true, force: true });
});

const origin = () => `http://127.0.0.1:${port}`;
const on = async () => {
  running = await startAll(dataDir, port);
};
const off = async () => {
  await running?.stop();
  running = undefined;
};

/** What the running server holds: each application with its files, and how often it was told of. */
async function books() {
  const [, , , databasePort] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(dataDir, 'database-password'), 'utf8').trim();
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(databasePort),
    user: 'setu',
    password,
    database: 'sheba_setu',
  });
  await client.connect();
  const { rows } = await client.query<{ id: string; stored: number; announced: number; events: number }>(
    `SELECT id, files_of AS announced,
       (SELECT count(*)::int FROM attachments a WHERE a.submission_id = s.id AND a.state = 'stored') AS stored,
       (SELECT count(*)::int FROM submission_events e WHERE e.submission_id = s.id AND e.kind = 'status') AS events
     FROM submissions s`,
  );
  await client.end();
  return rows;
}

test('mode 45, I1, I2: what was accepted after the backup comes back from the devices, once, with its files', async () => {
  await on();
  const [early, late] = [await openDevice(origin(), photograph), await openDevice(origin(), photograph)];
  const filed = [await early.file(), await early.file()];
  await early.flush();

  const backup = await runCommand('backup', ['--to', join(base, 'backups')], dataDir);
  expect(backup, backup.output).toMatchObject({ code: 0 });
  const [name = ''] = readdirSync(join(base, 'backups'));

  // accepted after the backup: by a device that was there, and by one that the backup has never heard of
  filed.push(await early.file(), await early.file());
  await early.flush();
  const stranger = await openDevice(origin(), photograph);
  filed.push(await stranger.file());
  await stranger.flush();
  expect(await books()).toHaveLength(5);
  await off();

  const restored = await runCommand('restore', [join(base, 'backups', name)], dataDir);
  expect(restored, restored.output).toMatchObject({ code: 0 });
  await on();
  expect(await books()).toHaveLength(2);

  // a phone that was off line all the time
  filed.push(await late.file());
  for (const device of [early, late, stranger]) await device.flush();
  expect(await stranger.meetAgain()).toBe(true);
  for (const device of [early, late, stranger]) await device.flush();

  const held = await books();
  expect(held.map(({ id }) => id).sort()).toEqual([...filed].sort());
  for (const { id, stored, announced, events } of held) {
    expect({ id, stored, events }).toEqual({ id, stored: announced, events: 1 });
    expect(announced).toBeGreaterThan(0);
  }
  for (const device of [early, late, stranger])
    for (const state of Object.values(await device.states())) expect(state).toBe('received');
});

test('a backup on another disk is confirmed, and devices then let go of their sealed copies', async () => {
  const device = await openDevice(origin(), photograph);
  const id = await device.file();
  await device.flush();
  const sealed = async () => (await device.room.outbox.get(id))?.submission.sealed.ct ?? '';
  const target = join(base, 'copies');
  const backup = await runCommand('backup', ['--to', target], dataDir);
  expect(backup, backup.output).toMatchObject({ code: 0 });
  const [name = ''] = readdirSync(target);

  await device.flush();
  expect(await sealed(), 'on the same disk it is not safe yet').not.toBe('');
  const confirmed = await runCommand('backup', ['--confirm', join(target, name)], dataDir);
  expect(confirmed, confirmed.output).toMatchObject({ code: 0 });
  await device.flush();

  expect(await sealed()).toBe('');
  expect((await device.states())[id]).toBe('received');
  await off();
});

test('a damaged backup is refused, and the server is as it was', async () => {
  const [name = ''] = readdirSync(join(base, 'backups'));
  const folder = join(base, 'backups', name);
  const [table = ''] = readdirSync(join(folder, 'database'));
  rmSync(join(folder, 'database', table));

  const restored = await runCommand('restore', [folder], dataDir);

  expect(restored.code).toBe(1);
  expect(restored.output).toContain('damaged');
  await on();
  expect(await books()).toHaveLength(7);
  await off();
});
