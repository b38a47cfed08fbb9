import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@/lib/contract/problem';
import { type Case, refused } from '../case';
import { as, changed, freshOfficer, withCookie } from '../world/cookies';
import { Person } from '../world/person';
import type { World } from '../world/world';

const device = (
  name: string,
  bend: (world: World) => Promise<Person> | Person,
  code: ProblemCode = 'unauthenticated',
): Case => ({
  name,
  send: async (world) => world.sync(await bend(world), []),
  expected: refused(code),
});

async function revoked(world: World): Promise<Person> {
  const lost = new Person();
  const { deviceId } = await world.enrol(lost, 'personal');
  await world.pool.query('UPDATE devices SET revoked_at = now() WHERE id = $1', [deviceId]);
  return lost;
}

/** A device that is none, or was taken away: what it still carries is kept. */
export const DEVICES: readonly Case[] = [
  device('a device with another secret', (world) =>
    changed(world.phone, (value) => value.replace(/\.(.)/, (_all, c) => `.${c === 'a' ? 'b' : 'a'}`)),
  ),
  device("a device with another one's secret", (world) => {
    const [id] = (world.phone.cookies.get('setu-device') ?? '').split('.');
    const [, secret] = (world.centre.cookies.get('setu-device') ?? '').split('.');
    return withCookie('setu-device', `${id}.${secret}`);
  }),
  device('a device nobody enrolled', () => withCookie('setu-device', `${randomUUID()}.${'a'.repeat(43)}`)),
  device('a device without a secret', (world) => changed(world.phone, (value) => value.split('.')[0] ?? '')),
  device('SQL for a device', () => withCookie('setu-device', "' OR true --")),
  device('a person without a device', (world) => freshOfficer(world)),
  device('a revoked device', revoked, 'device-revoked'),
  {
    name: 'a revoked device that still carries an application: it is kept',
    send: async (world) => {
      const lost = new Person();
      lost.deviceCode = world.phone.deviceCode;
      for (const [name, value] of (await revoked(world)).cookies) lost.cookies.set(name, value);
      const { item } = await world.fillIn(lost);
      const answer = await world.sync(lost, [item, item]);
      world.ledger.noteRefused(item);
      return answer;
    },
    expected: refused('device-revoked'),
  },
  {
    name: 'a revoked device with a file',
    send: async (world) =>
      as(world, await revoked(world), 'POST', '/api/v1/attachments', undefined, {
        'tus-resumable': '1.0.0',
      }),
    expected: refused('device-revoked'),
  },
];
