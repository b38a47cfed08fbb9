import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assert } from '../../shared/assert';
import { createTestServer, type TestServer } from '../testing/create-test-server';
import { type Anchor, takeAnchor } from './anchor';
import { verifyAudit } from './verify-audit';

/** RELIABILITY section 5, V16: one of ten thousand. */
const ROWS = 10_000;
const CHAIN = 3;
/** Numbers of the rows that are meddled with, and of the last one. */
const [ONE, OTHER] = [711, 712];

let server: TestServer;
let owner: pg.Client;
let anchor: Anchor;
let last: number;

beforeAll(async () => {
  server = await createTestServer();
  owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  await owner.query(
    `SELECT audit_append(${CHAIN}::smallint, (
      SELECT jsonb_agg(jsonb_build_object(
        'action', 'case.read', 'outcome', 'done', 'person', 'officer-' || n % 7, 'role', 'officer',
        'device_id', '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10',
        'stream_id', 'centre:a', 'first_seq', n, 'last_seq', n + 1,
        'cases', jsonb_build_array(gen_random_uuid(), gen_random_uuid()),
        'claimed_at', jsonb_build_array('2026-11-22T04:42:00.000Z', '2026-11-22T04:43:00.000Z'),
        'detail', '{"n":"' || n || '"}')) FROM generate_series(1, ${ROWS}) AS n))`,
  );
  await new Promise((resolve) => setTimeout(resolve, 5));
  anchor = await takeAnchor(server.db, new Date());
  last = anchor.heads.find(({ chain }) => chain === CHAIN)?.seq ?? 0;
  assert(last >= ROWS, 'the rows are there');
}, 120_000);
afterAll(async () => {
  await owner.end();
  await server.close();
});

/** Meddles as whoever owns the database can, looks, and undoes it. */
async function afterMeddling(sql: string, anchors: readonly Anchor[] = [anchor]) {
  await owner.query('BEGIN');
  try {
    await owner.query('SET LOCAL session_replication_role = replica');
    await owner.query(sql);
    return (await verifyAudit(drizzle(owner), anchors)).broken;
  } finally {
    await owner.query('ROLLBACK');
  }
}

const at = (seq: number) => `chain = ${CHAIN} AND seq = ${seq}`;
const set = (assignment: string, seq = ONE) => `UPDATE audit SET ${assignment} WHERE ${at(seq)}`;
/** Writes rows `from` to the end anew, each with the hash that fits: what a thief of the whole database can do. */
const rehash = (from: number) => `
  DO $$ DECLARE r public.audit; before text; BEGIN
    SELECT hash INTO before FROM audit WHERE chain = ${CHAIN} AND seq = ${from} - 1;
    FOR r IN SELECT * FROM audit WHERE chain = ${CHAIN} AND seq >= ${from} ORDER BY seq LOOP
      r.hash := encode(sha256(convert_to(before || audit_line(r), 'UTF8')), 'hex');
      UPDATE audit SET hash = r.hash WHERE chain = r.chain AND seq = r.seq;
      before := r.hash;
    END LOOP;
  END $$`;
const shift = (from: number, by: number) => `
  UPDATE audit SET seq = seq + 1000000 WHERE chain = ${CHAIN} AND seq >= ${from};
  UPDATE audit SET seq = seq - 1000000 + ${by} WHERE chain = ${CHAIN} AND seq >= 1000000`;
const copyOf = (from: number, to: number, hash = 'hash') => `
  INSERT INTO audit SELECT chain, ${to}, at, action, outcome, person, role, device_id, stream_id, first_seq, last_seq, cases,
    claimed_at, detail, ${hash} FROM audit WHERE ${at(from)}`;
const swap = (column: string) => `
  UPDATE audit a SET ${column} = b.${column} FROM audit b
  WHERE a.chain = ${CHAIN} AND b.chain = ${CHAIN} AND a.seq IN (${ONE}, ${OTHER}) AND b.seq = ${ONE} + ${OTHER} - a.seq`;

const changed = (seq = ONE) => ({ chain: CHAIN, seq, what: 'changed' });
const missing = (seq: number) => ({ chain: CHAIN, seq, what: 'missing' });

/** What was done, how, and the row that has to be named. Numbers of the last rows are known only at run time. */
const TAMPERINGS: readonly (readonly [string, () => string, () => object])[] = [
  ['an action changed', () => set(`action = 'cases.listed'`), () => changed()],
  ['a refusal made a success', () => set(`outcome = 'refused'`), () => changed()],
  ['another person', () => set(`person = 'somebody'`), () => changed()],
  ['no person', () => set('person = NULL'), () => changed()],
  ['an empty person instead of none', () => set(`person = ''`), () => changed()],
  ['another role', () => set(`role = 'administrator'`), () => changed()],
  ['another device', () => set('device_id = gen_random_uuid()'), () => changed()],
  ['no device', () => set('device_id = NULL'), () => changed()],
  ['another stream', () => set(`stream_id = 'centre:b'`), () => changed()],
  ['another first number', () => set('first_seq = first_seq + 1'), () => changed()],
  ['another last number', () => set('last_seq = last_seq - 1'), () => changed()],
  ['a millisecond later', () => set(`at = at + interval '1 millisecond'`), () => changed()],
  ['a day earlier', () => set(`at = at - interval '1 day'`), () => changed()],
  ['one case left out', () => set('cases = cases[1:1]'), () => changed()],
  ['one case more', () => set('cases = cases || gen_random_uuid()'), () => changed()],
  ['cases in another order', () => set('cases = ARRAY[cases[2], cases[1]]'), () => changed()],
  ['no cases', () => set('cases = NULL'), () => changed()],
  ['an empty list of cases', () => set(`cases = '{}'`), () => changed()],
  ['a hole in the list of cases', () => set('cases = cases || NULL::uuid'), () => changed()],
  ['a claimed time moved', () => set(`claimed_at[1] = claimed_at[1] + interval '1 hour'`), () => changed()],
  ['claimed times exchanged', () => set('claimed_at = ARRAY[claimed_at[2], claimed_at[1]]'), () => changed()],
  ['claimed times removed', () => set('claimed_at = NULL'), () => changed()],
  ['one letter of the detail', () => set(`detail = replace(detail, 'n', 'm')`), () => changed()],
  ['the detail removed', () => set('detail = NULL'), () => changed()],
  ['a blank behind the detail', () => set(`detail = detail || ' '`), () => changed()],
  [
    'letters moved from one field to the next',
    () => set(`person = 'officer-0o', role = 'fficer'`),
    () => changed(),
  ],
  ['two fields of a row exchanged', () => set('person = role, role = person'), () => changed()],
  [
    'one character of a hash',
    () =>
      set(
        `hash = overlay(hash placing translate(left(hash, 1), '0123456789abcdef', '123456789abcdef0') from 1)`,
      ),
    () => changed(),
  ],
  ['a hash emptied', () => set(`hash = ''`), () => changed()],
  [
    'the hash of the row before',
    () => set(`hash = (SELECT hash FROM audit WHERE ${at(ONE - 1)})`),
    () => changed(),
  ],
  [
    'one row changed, with the hash that fits',
    () =>
      `${set(`person = 'x'`)}; UPDATE audit SET hash = encode(sha256(convert_to((SELECT hash FROM audit WHERE ${at(ONE - 1)}) || audit_line(audit.*), 'UTF8')), 'hex') WHERE ${at(ONE)}`,
    () => changed(OTHER),
  ],
  ['the person of two rows exchanged', () => swap('person'), () => changed()],
  ['the hash of two rows exchanged', () => swap('hash'), () => changed()],
  [
    'two rows exchanged',
    () =>
      `UPDATE audit SET seq = -1 WHERE ${at(ONE)}; UPDATE audit SET seq = ${ONE} WHERE ${at(OTHER)}; UPDATE audit SET seq = ${OTHER} WHERE ${at(-1)}`,
    () => changed(),
  ],
  ['a row deleted', () => `DELETE FROM audit WHERE ${at(ONE)}`, () => missing(ONE)],
  [
    'a row deleted and the others moved up',
    () => `DELETE FROM audit WHERE ${at(ONE)}; ${shift(OTHER, -1)}`,
    () => changed(),
  ],
  ['the first row deleted', () => `DELETE FROM audit WHERE ${at(1)}`, () => missing(1)],
  [
    'a hundred rows deleted',
    () => `DELETE FROM audit WHERE chain = ${CHAIN} AND seq BETWEEN ${ONE} AND ${ONE + 99}`,
    () => missing(ONE),
  ],
  [
    'every second row deleted',
    () => `DELETE FROM audit WHERE chain = ${CHAIN} AND seq % 2 = 0`,
    () => missing(2),
  ],
  ['a row put in between', () => `${shift(ONE, 1)}; ${copyOf(OTHER, ONE)}`, () => changed(OTHER)],
  [
    'a row put in between, with all hashes that fit',
    () => `${shift(ONE, 1)}; ${copyOf(OTHER, ONE)}; ${rehash(ONE)}`,
    () => ({ chain: CHAIN, seq: last, what: 'not-as-anchored' }),
  ],
  ['a row put before the first', () => copyOf(1, 0), () => changed(0)],
  ['a row put behind the last, with a hash of another', () => copyOf(ONE, last + 1), () => changed(last + 1)],
  [
    'a row put behind the last, back-dated, with the hash that fits',
    () => `${copyOf(last, last + 1)}; ${rehash(last + 1)}`,
    () => ({ chain: CHAIN, seq: last + 1, what: 'out-of-time' }),
  ],
  [
    'a row moved to another chain',
    () =>
      `UPDATE audit SET chain = 1, seq = (SELECT coalesce(max(seq), 0) + 1 FROM audit WHERE chain = 1) WHERE ${at(last)}`,
    () => missing(last),
  ],
  [
    'a row in a chain that is none',
    () =>
      `INSERT INTO audit SELECT 99, 1, at, action, outcome, person, role, device_id, stream_id, first_seq, last_seq, cases, claimed_at, detail, hash FROM audit WHERE ${at(ONE)}`,
    () => ({ chain: 99, seq: 1, what: 'no-chain' }),
  ],
  ['the last row cut off', () => `DELETE FROM audit WHERE ${at(last)}`, () => missing(last)],
  [
    'the last thousand cut off',
    () => `DELETE FROM audit WHERE chain = ${CHAIN} AND seq > ${last - 1000}`,
    () => missing(last - 999),
  ],
  ['a whole chain removed', () => `DELETE FROM audit WHERE chain = ${CHAIN}`, () => missing(1)],
  ['everything removed', () => 'TRUNCATE audit', () => missing(1)],
  [
    'the rest written anew, with all hashes that fit',
    () => `${set(`person = 'x'`)}; ${rehash(ONE)}`,
    () => ({ chain: CHAIN, seq: last, what: 'not-as-anchored' }),
  ],
  [
    'the last row written anew, with the hash that fits',
    () => `${set(`person = 'x'`, last)}; ${rehash(last)}`,
    () => ({ chain: CHAIN, seq: last, what: 'not-as-anchored' }),
  ],
];

describe('audit:verify, over ten thousand rows,', () => {
  it('finds nothing wrong with a trail nobody meddled with', async () => {
    expect(await afterMeddling('SELECT 1')).toEqual([]);
    const { rows } = await verifyAudit(server.db, [anchor]);
    expect(rows).toBe(anchor.rows);
    expect(rows).toBeGreaterThanOrEqual(ROWS);
  });

  it.each(TAMPERINGS)('names the first broken row: %s', async (_name, meddle, named) => {
    expect(await afterMeddling(meddle())).toContainEqual(named());
  });

  it('is tried with more than the forty that are asked for', () => {
    expect(TAMPERINGS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(TAMPERINGS.map(([name]) => name)).size).toBe(TAMPERINGS.length);
  });

  it('cannot see without an anchor that the end is gone: that is what anchors are for', async () => {
    expect(await afterMeddling(`DELETE FROM audit WHERE ${at(last)}`, [])).toEqual([]);
  });

  it('lets a trail grow behind its anchor', async () => {
    expect(
      await afterMeddling(
        `SELECT audit_append(${CHAIN}::smallint, '[{"action":"case.read","outcome":"done","role":"officer"}]')`,
      ),
    ).toEqual([]);
  });
});
