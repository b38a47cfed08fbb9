import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactSubmissions } from './compact-submissions';
import { expandSubmissions } from './expand-submissions';
import { longHex, longId, shortHex, shortId } from './short-hex';
import { exampleSubmission } from './testing/examples';
import { makeTrackingCode } from './tracking-code';
import type { WireSubmission } from './wire';

const itemsOf = (parts: readonly unknown[]) => {
  const expanded = expandSubmissions(JSON.parse(JSON.stringify(parts)));
  return expanded.ok ? expanded.items : [];
};
const roundTrip = (submissions: readonly WireSubmission[]) =>
  itemsOf(compactSubmissions(submissions)).map(({ item }) => item);

const sealed = { kid: 'seal-1', enc: 'A'.repeat(44), ct: 'C'.repeat(40), z: 'deflate-dict-1' } as const;
const nth = (n: number, change: Partial<WireSubmission> = {}): WireSubmission => ({
  ...exampleSubmission,
  id: `3f2b8f0e-5d0c-4a8e-9b57-${String(n).padStart(12, '0')}`,
  trackingCode: makeTrackingCode('K7M2', 66 + n),
  queuedAt: new Date(1_795_000_000_000 + n * 397_211).toISOString(),
  sealed: { ...sealed, n },
  attachments: [],
  ...change,
});

const text = fc.string({ maxLength: 70, unit: 'binary' });
const pick = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: wrong });
const uuid = pick(fc.uuid({ version: 4 }), text);
const file = fc.record({
  id: uuid,
  slot: pick(fc.constant('doc:birth_proof'), text),
  sha256: pick(
    fc.uint8Array({ minLength: 32, maxLength: 32 }).map((b) => Buffer.from(b).toString('hex')),
    text,
  ),
  bytes: fc.nat(),
  mediaType: fc.constantFrom('image/jpeg', 'application/pdf'),
});
const anySubmission = fc
  .record(
    {
      id: uuid,
      trackingCode: pick(
        fc
          .tuple(fc.constantFrom('K7M2', 'SK7M2', 'Z0K7M2'), fc.nat(2_000_000))
          .map(([device, count]) => makeTrackingCode(device, count)),
        text,
      ),
      serviceId: pick(fc.constantFrom('birth-registration', 'trade-licence'), text),
      serviceVersion: fc.oneof(fc.constant(3), fc.double()),
      queuedAt: pick(
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        fc.constantFrom('2026-11-22T04:42:00Z', 'never', ''),
      ),
      sealed: fc.record(
        {
          kid: pick(fc.constantFrom('seal-1', 'seal-2'), text),
          enc: pick(fc.constantFrom('A'.repeat(44), `B${'A'.repeat(43)}`), text),
          ct: text,
          z: fc.constantFrom('deflate', 'deflate-dict-1'),
          n: fc.oneof(fc.nat(63), fc.integer()),
        },
        { requiredKeys: ['kid', 'enc', 'ct', 'z'] },
      ),
      attachments: fc.array(file, { maxLength: 3 }),
      supersedes: uuid,
    },
    {
      requiredKeys: [
        'id',
        'trackingCode',
        'serviceId',
        'serviceVersion',
        'queuedAt',
        'sealed',
        'attachments',
      ],
    },
  )
  .map((one) => JSON.parse(JSON.stringify(one)) as WireSubmission);

describe('the compact form', () => {
  test('comes out as it went in, in order, whatever the submissions are', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(anySubmission, { maxLength: 12 }), (submissions) => {
        expect(roundTrip(submissions)).toEqual(submissions);
      }),
      { numRuns: 200 },
    );
  });

  test('says once what neighbours share', () => {
    const session = Array.from({ length: 64 }, (_, n) => nth(n));
    const parts = compactSubmissions(session);
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ code: ['K7M2', 66], seal: ['seal-1', sealed.enc, sealed.z, 0] });
    expect(JSON.stringify(parts).length).toBeLessThan(64 * 90 + 200);
    expect(roundTrip(session)).toEqual(session);
  });

  test('begins a new group where something changes, and goes on over a gap', () => {
    const other = { ...sealed, enc: `B${'A'.repeat(43)}` };
    const { attachments } = exampleSubmission;
    const mixed = [
      nth(0),
      nth(2),
      nth(9, { attachments, supersedes: exampleSubmission.id }),
      nth(10, { sealed: { ...other, n: 0 } }),
      nth(11, { sealed: other }),
      nth(12, { sealed: other }),
      nth(13, { serviceVersion: 2 }),
      nth(14, { trackingCode: makeTrackingCode('SK7M2', 1) }),
      nth(15, { queuedAt: '2026-11-22T04:42:00Z' }),
    ];
    const rows = compactSubmissions(mixed).map((part) => ('rows' in part ? part.rows.length : 'whole'));
    expect(rows).toEqual([3, 1, 1, 1, 1, 1, 'whole']);
    expect(roundTrip(mixed)).toEqual(mixed);
  });

  test('lets submissions without a group stand for themselves', () => {
    expect(itemsOf([exampleSubmission])).toEqual([
      { id: exampleSubmission.id, item: exampleSubmission, pointer: '/submissions/0/id' },
    ]);
  });
});

describe('a group that somebody else made', () => {
  const [group] = compactSubmissions([nth(0), nth(1), nth(2)]);
  if (!group || !('rows' in group)) throw new Error('no group');
  const withRow = (row: unknown) => ({ ...group, rows: [group.rows[0], row, group.rows[2]] });
  const id = String(group.rows[1]?.[0]).slice(0, 22);
  const row = (more: unknown) => [`${id}AAAA`, 0, more];

  test.each<[string, unknown]>([
    ['no time', [`${id}AAAA`, null]],
    ['nothing but its id', [id]],
    ['a time beyond all time', [`${id}AAAA`, 8.64e15]],
    ['a broken time', [`${id}AAAA`, 0.5]],
    ['too much', [`${id}AAAA`, 0, {}, 1]],
    ['an unknown word', row({ x: 1 })],
    ['a counter below zero', row({ c: -1000 })],
    ['a counter beyond counting', row({ c: 2 ** 53 - 1 })],
    ['a file that is none', row({ f: [[id, 'doc:a', 'short', 100, 'image/jpeg']] })],
    ['files that are no list', row({ f: 'all' })],
    ['a predecessor that is no id', row({ s: 'x' })],
  ])('with %s in one row keeps the others, and that one under its id', (_, row) => {
    const items = itemsOf([withRow(row)]);
    expect(items).toHaveLength(3);
    expect(items[0]?.item).toEqual(nth(0));
    expect(items[2]?.item).toEqual(nth(2));
    expect(items[1]?.id).toBe(nth(1).id);
    expect(items[1]?.item).toMatchObject({ id: nth(1).id, row: JSON.parse(JSON.stringify(row)) });
  });

  test.each([null, 7, 'text', {}, [], [7], ['x'], [`${id.slice(0, -1)}B`]])(
    'has no id to answer under in the row %j',
    (row) => {
      expect(itemsOf([withRow(row)])[1]).toMatchObject({ id: undefined, pointer: '/submissions/0/rows/1/0' });
    },
  );

  test.each<[string, object]>([
    ['no rows', { rows: [] }],
    ['rows that are no list', { rows: {} }],
    ['201 rows', { rows: Array(201).fill(group.rows[0]) }],
    ['a long word that each row would repeat', { service: ['x'.repeat(65), 1] }],
    ['a seal of one word', { seal: ['kid'] }],
    ['a broken number', { at: 0.5 }],
    ['another key', { more: 1 }],
  ])('with %s spoils the request', (_, change) => {
    expect(expandSubmissions([{ ...group, ...change }])).toMatchObject({ ok: false });
  });

  test('counts its rows against the limit of the request', () => {
    const hundred = { ...group, rows: Array(100).fill(group.rows[0]) };
    expect(expandSubmissions([hundred, hundred]).ok).toBe(true);
    expect(expandSubmissions([hundred, hundred, exampleSubmission])).toMatchObject({ code: 'too_big' });
  });

  test('never throws', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.jsonValue(),
        fc.constantFrom(...Object.keys(group)),
        (row, word, key) => {
          expandSubmissions([withRow(row), { ...group, [key]: word }, word]);
          expandSubmissions([withRow([`${id}AAAA`, 0, row]), withRow([row, word])]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('short hex', () => {
  test('is the base64url of the bytes, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (random) => {
        const bytes = Buffer.from(random);
        const hex = bytes.toString('hex');
        expect(shortHex(hex)).toBe(bytes.toString('base64url'));
        expect(longHex(shortHex(hex), hex.length)).toBe(hex);
      }),
    );
  });
  test('has one spelling for one id', () => {
    const { id } = exampleSubmission;
    const short = shortId(id);
    expect(longId(short)).toBe(id);
    for (const other of [
      `${short.slice(0, -1)}B`,
      `${short}A`,
      short.slice(1),
      `${short.slice(1)}=`,
      7,
      null,
    ])
      expect(longId(other), String(other)).toBeUndefined();
  });
});
