import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { PROTOCOL } from '@/lib/contract/wire';
import { accepted, type Case, type Category, type Expected, itemRefused, refused } from '../case';
import { ORDINARY, type Wish } from '../world/application';
import { syncOf, type World } from '../world/world';

const item = (name: string, wish: Wish, expected: Expected, also?: Case['also']): Case => ({
  name,
  send: async (world) => world.sync(world.centre, [(await world.fillIn(world.centre, wish)).item]),
  expected,
  ...(also ? { also } : {}),
});

const unknown = itemRefused('unknown-form-version');

const protocol = (name: string, value: unknown, expected: Expected): Case => ({
  name: `${name}: ${JSON.stringify(value)}`,
  send: (world) => world.sync(world.centre, [], { protocol: value }),
  expected,
});

/** A form of which there is a newer version, or which is offered no more. */
async function publish(
  world: World,
  changes: { readonly newer?: boolean; readonly removed?: boolean },
): Promise<void> {
  if (changes.newer)
    await world.pool.query(
      `INSERT INTO services SELECT id, version + 1, agency_id, definition || jsonb_build_object('version', version + 1), option_sets, content_hash || $2
       FROM services WHERE id = $1 AND version = (SELECT max(version) FROM services WHERE id = $1)`,
      ['trade-licence', randomUUID()],
    );
  // As publishing does it: a new version of the catalogue, in which the entry changed.
  await world.pool.query(
    'INSERT INTO catalogue_versions (version, content_hash) SELECT max(version) + 1, $1 FROM catalogue_versions',
    [randomUUID()],
  );
  await world.pool.query(
    `UPDATE catalogue_entries SET removed = $2, current_version = (SELECT max(version) FROM services WHERE id = $1),
     changed_in = (SELECT max(version) FROM catalogue_versions) WHERE service_id = $1`,
    [changes.newer ? 'trade-licence' : 'khatian-copy', changes.removed ?? false],
  );
}

const inQuarantine = async (world: World, answer: Parameters<typeof syncOf>[0]) => {
  const id = syncOf(answer).receipts[0]?.id;
  const { rows } = await world.pool.query('SELECT problem FROM quarantine WHERE submission_id = $1', [id]);
  expect(rows).toHaveLength(1);
};

/** A form once published is taken for ever; of one nobody knows the item is kept until somebody does. */
export const versions: Category = {
  name: 'Versions',
  least: 20,
  cases: [
    item('a form nobody published', { header: { serviceId: 'no-such-service' } }, unknown, inQuarantine),
    item('a form called like a property', { header: { serviceId: 'constructor' } }, unknown, inQuarantine),
    item('a version that is still to come', { header: { serviceVersion: 99 } }, unknown, inQuarantine),
    item(
      'the highest version there can be',
      { header: { serviceVersion: 1_000_000 } },
      unknown,
      inQuarantine,
    ),
    item(
      'a version of another form',
      { header: { serviceId: 'trade-licence', serviceVersion: 7 } },
      unknown,
      inQuarantine,
    ),
    item(
      'an answer sheet of one form under the name of another',
      { header: { serviceId: 'khatian-copy' } },
      itemRefused('validation-failed'),
    ),
    {
      name: 'a form that has a newer version by now',
      send: async (world) => {
        const { item: older } = await world.fillIn(world.centre, { service: 'trade-licence' });
        await publish(world, { newer: true });
        return world.sync(world.centre, [older]);
      },
      expected: accepted,
    },
    item('the newer version itself', { service: 'trade-licence', header: { serviceVersion: 2 } }, accepted),
    {
      name: 'a form that is offered no more',
      send: async (world) => {
        const { item: older } = await world.fillIn(world.centre, { service: 'khatian-copy' });
        await publish(world, { removed: true });
        return world.sync(world.centre, [older]);
      },
      expected: accepted,
      also: async (world) =>
        expect((await world.read<{ removed: string[] }>('/api/v1/catalogue?since=1')).removed).toContain(
          'khatian-copy',
        ),
    },
    protocol('the next protocol', PROTOCOL + 1, refused('unsupported-protocol')),
    protocol('a protocol of a far day', 1000, refused('unsupported-protocol')),
    protocol('a protocol that is no number', String(PROTOCOL), refused('validation-failed', '/protocol')),
    protocol('a protocol between two', PROTOCOL + 0.5, refused('validation-failed', '/protocol')),
    protocol('four before the first', Math.min(PROTOCOL - 4, 0), refused('validation-failed', '/protocol')),
    item(
      'a compression of tomorrow',
      { sent: (right) => ({ ...right, sealed: { ...right.sealed, z: 'deflate-dict-2' } }) },
      itemRefused('validation-failed', '/sealed/z'),
    ),
    item(
      'a dictionary that was not used',
      { sent: (right) => ({ ...right, sealed: { ...right.sealed, z: 'deflate-dict-1' } }) },
      itemRefused('unseal-failed'),
    ),
    item(
      'a key of another server',
      { sent: (right) => ({ ...right, sealed: { ...right.sealed, kid: 'elsewher' } }) },
      itemRefused('unknown-key'),
    ),
    item(
      'an envelope of version 2',
      { plaintext: (right) => ({ ...right, v: 2 }) },
      itemRefused('validation-failed', '/v'),
    ),
    item(
      'an envelope without a version',
      { plaintext: ({ v, ...rest }) => (v === 1 ? rest : null) },
      itemRefused('validation-failed', '/v'),
    ),
    item(
      'a field of a newer form',
      { plaintext: (right) => ({ ...right, consents: [right.consent] }) },
      itemRefused('validation-failed', ''),
    ),
    item(
      'an answer the form does not ask for is kept with it',
      { service: ORDINARY, answers: { asked_tomorrow: 'হ্যাঁ' } },
      accepted,
      async (world, answer) =>
        expect((await world.readCase(syncOf(answer).receipts[0]?.id ?? '')).answers).toMatchObject({
          asked_tomorrow: 'হ্যাঁ',
        }),
    ),
  ],
};
