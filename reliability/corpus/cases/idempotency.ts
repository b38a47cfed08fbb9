import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { SyncReceipt } from '@/lib/contract/wire';
import { accepted, answered, type Case, type Category, duplicate, itemRefused, refused } from '../case';
import type { Application } from '../world/application';
import type { Answer } from '../world/http';
import type { Person } from '../world/person';
import { syncOf, type World } from '../world/world';

const receiptsOf = (answer: Answer): readonly SyncReceipt[] => syncOf(answer).receipts;
const outcomes = (answer: Answer) =>
  receiptsOf(answer).map(({ outcome, problem }) => problem?.code ?? outcome);

/** The id is the key: without a good one nothing can be answered. */
const badId = (name: string, id: unknown): Case => ({
  name: `an id that is ${name}`,
  send: async (world) => {
    const { submission } = await world.fillIn(world.centre);
    return world.sync(world.centre, [
      id === undefined ? { ...submission, id: undefined } : { ...submission, id },
    ]);
  },
  expected: refused('validation-failed', '/submissions/0/id'),
});

/** Sent once and taken, then once more as `again` says. */
const again = (
  name: string,
  send: (world: World, first: Application) => Promise<Answer>,
  expected: Case['expected'],
  also?: Case['also'],
): Case => ({
  name,
  send: async (world) => send(world, await world.file(world.centre)),
  expected,
  ...(also ? { also } : {}),
});

const all =
  (...wanted: readonly string[]): Case['expected'] =>
  (answer) =>
    expect(outcomes(answer)).toEqual(wanted);

/** The same item so many times at once, from these browsers. */
const atOnce = (name: string, times: number, who: (world: World, nth: number) => Person): Case => ({
  name,
  send: async (world) => {
    const { item } = await world.fillIn(world.centre);
    const answers = await Promise.all(
      Array.from({ length: times }, (_, nth) => world.sync(who(world, nth), [item])),
    );
    const every = answers.flatMap(receiptsOf);
    expect(every.map(({ outcome }) => outcome).sort()).toEqual([
      'accepted',
      ...Array(times - 1).fill('duplicate'),
    ]);
    expect(new Set(every.map(({ receipt }) => receipt)).size).toBe(1);
    return answers[0] as Answer;
  },
  expected: answered(200),
});

/** One key, one submission, one receipt, however often and by whomever it is sent. */
export const idempotency: Category = {
  name: 'Idempotency',
  least: 30,
  cases: [
    badId('missing', undefined),
    badId('null', null),
    badId('empty', ''),
    badId('a number', 7),
    badId('a UUID of version 1', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'),
    badId('a UUID of version 7', '019a0f2c-7a10-7cc0-98c4-dc0c0c07398f'),
    badId('the nil UUID', '00000000-0000-0000-0000-000000000000'),
    badId('in capitals', randomUUID().toUpperCase()),
    badId('without hyphens', randomUUID().replaceAll('-', '')),
    badId('in braces', `{${randomUUID()}}`),
    badId('one character too long', `${randomUUID()}0`),
    badId('followed by a line break', `${randomUUID()}\n`),
    badId('in Bengali digits', randomUUID().replaceAll('4', '৪')),
    badId('a list of one', [randomUUID()]),
    again(
      'the same again gets the same receipt',
      (world, { item }) => world.sync(world.centre, [item]),
      duplicate,
    ),
    again(
      'the same with its keys in another order',
      (world, { submission }) =>
        world.sync(world.centre, [Object.fromEntries(Object.entries(submission).reverse())]),
      duplicate,
    ),
    again(
      'the same with spaces and escapes',
      (world, { item }) => {
        const text = JSON.stringify(
          { protocol: 1, cursor: 0, catalogueVersion: 0, submissions: [item] },
          null,
          3,
        );
        return world.syncText(world.centre, text.replace('deflate', '\\u0064eflate'));
      },
      duplicate,
    ),
    again(
      'the same from a phone that carries it',
      (world, { item }) => world.sync(world.phone, [item]),
      duplicate,
    ),
    again(
      'the same after the department decided',
      async (world, { item, submission }) => {
        await world.decide(submission.id, { action: 'accept' });
        return world.sync(world.centre, [item]);
      },
      duplicate,
    ),
    again(
      'the same after it was corrected',
      async (world, { item, submission }) => {
        await world.file(world.centre, { header: { supersedes: submission.id } });
        return world.sync(world.centre, [item]);
      },
      duplicate,
    ),
    again(
      'the same id with another application',
      async (world, { submission }) => {
        const other = await world.fillIn(world.centre, { header: { id: submission.id } });
        return world.sync(world.centre, [other.item]);
      },
      itemRefused('conflict'),
    ),
    again(
      'the same id and text, sealed anew',
      async (world, { submission }) => {
        const { sealed, ...header } = submission;
        expect(sealed.z).toBe('deflate');
        const other = await world.fillIn(world.centre, { header });
        return world.sync(world.centre, [other.item]);
      },
      itemRefused('conflict'),
    ),
    again(
      'the same seal under another tracking code',
      async (world, { submission }) => {
        const other = await world.fillIn(world.centre);
        return world.sync(world.centre, [{ ...submission, trackingCode: other.submission.trackingCode }]);
      },
      itemRefused('conflict'),
    ),
    again(
      'the same seal under another id',
      (world, { submission }) => world.sync(world.centre, [{ ...submission, id: randomUUID() }]),
      itemRefused('unseal-failed'),
    ),
    again(
      "another device's id with bytes of one's own",
      async (world, { submission }) => {
        const other = await world.fillIn(world.phone, { header: { id: submission.id } });
        return world.sync(world.phone, [other.item]);
      },
      itemRefused('conflict'),
    ),
    again(
      "another device's tracking code",
      async (world, { submission }) => {
        const other = await world.fillIn(world.phone, { header: { trackingCode: submission.trackingCode } });
        return world.sync(world.phone, [other.item]);
      },
      itemRefused('tracking-code-invalid'),
    ),
    {
      name: 'twice in one request',
      send: async (world) => {
        const { item } = await world.fillIn(world.centre);
        return world.sync(world.centre, [item, item]);
      },
      expected: all('accepted', 'duplicate'),
    },
    {
      name: 'twice in one request, with other bytes',
      send: async (world) => {
        const { item, submission } = await world.fillIn(world.centre);
        const other = await world.fillIn(world.centre, { header: { id: submission.id } });
        return world.sync(world.centre, [item, other.item]);
      },
      expected: all('accepted', 'conflict'),
    },
    {
      name: 'a refused one again: refused again, kept once',
      send: async (world) => {
        const { item } = await world.fillIn(world.centre, { answers: { name_bn: 'Rahima' } });
        await world.sync(world.centre, [item]);
        return world.sync(world.centre, [item, item]);
      },
      expected: all('validation-failed', 'validation-failed'),
    },
    {
      name: 'refused, and mended under the same id',
      send: async (world) => {
        const { item, submission } = await world.fillIn(world.centre, { answers: { name_bn: 'Rahima' } });
        await world.sync(world.centre, [item]);
        const mended = await world.fillIn(world.centre, { header: { id: submission.id } });
        return world.sync(world.centre, [mended.item]);
      },
      expected: accepted,
    },
    {
      name: 'good, bad, good: the bad one stops nobody',
      send: async (world) => {
        const good = [await world.fillIn(world.centre), await world.fillIn(world.centre)].map(
          ({ item }) => item,
        );
        const { item } = await world.fillIn(world.centre, { sent: (right) => ({ ...right, sealed: null }) });
        return world.sync(world.centre, [good[0], item, good[1]]);
      },
      expected: all('accepted', 'validation-failed', 'accepted'),
    },
    atOnce('ten times at once', 10, (world) => world.centre),
    atOnce('from two streams at once', 6, (world, nth) => (nth % 2 === 0 ? world.centre : world.phone)),
  ],
};
