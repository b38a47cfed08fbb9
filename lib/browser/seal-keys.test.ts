import { describe, expect, test } from 'vitest';
import { generateSealKeyPair } from '../crypto/server-keyring';
import { heldSealSessions } from './held-seal-sessions';
import { prepareSealKey, readyNextKey, takeSealKey } from './seal-keys';

const HOUR = 60 * 60 * 1000;

async function window() {
  const seal = await generateSealKeyPair();
  const clock = { now: 1_795_000_000_000 };
  const room = { now: () => clock.now };
  return { seal, clock, room, take: (owner = 'u1', key = seal) => takeSealKey(room, { owner, seal: key }) };
}

describe('the keys a window seals with', () => {
  test('come from one session while one person works', async () => {
    const { clock, take } = await window();
    const first = await take();
    clock.now += 11 * HOUR;
    const second = await take();
    expect([first.n, second.n]).toEqual([0, 1]);
    expect(second.enc).toBe(first.enc);
  });

  test('are of a new session after 64, and no number comes twice', async () => {
    const { take } = await window();
    const keys = await Promise.all(Array.from({ length: 130 }, () => take()));
    expect(new Set(keys.map(({ enc, n }) => `${enc} ${n}`)).size).toBe(130);
    expect(new Set(keys.map(({ enc }) => enc)).size).toBe(3);
  });

  test('are of a new session for another person, and again for the first', async () => {
    const { take } = await window();
    const encs = [(await take('u1')).enc, (await take('u2')).enc, (await take('u1')).enc];
    expect(new Set(encs).size).toBe(3);
  });

  test('are of a new session when the server has another key, also under the same name', async () => {
    const { seal, take } = await window();
    const other = await generateSealKeyPair();
    const first = await take();
    const second = await take('u1', other);
    expect(second.kid).toBe(other.kid);
    const third = await take('u1', { ...seal, kid: other.kid });
    expect(new Set([first.enc, second.enc, third.enc]).size).toBe(3);
  });

  test('are of a new session after twelve hours, and when the clock went back', async () => {
    const { clock, take } = await window();
    const first = await take();
    clock.now += 12 * HOUR;
    const second = await take();
    clock.now -= HOUR;
    const third = await take();
    expect(new Set([first.enc, second.enc, third.enc]).size).toBe(3);
  });

  test('are of a new session once the old one was forgotten, as signing out does', async () => {
    const { room, take } = await window();
    const first = await take();
    heldSealSessions.delete(room);
    expect((await take()).enc).not.toBe(first.enc);
  });

  test('of two windows never share a session', async () => {
    const { seal, take } = await window();
    const other = { now: () => 1_795_000_000_000 };
    expect((await takeSealKey(other, { owner: 'u1', seal })).enc).not.toBe((await take()).enc);
  });

  test('can be had again after a session could not begin', async () => {
    const { seal, take } = await window();
    const broken = { kid: seal.kid, publicKey: { ...seal.publicKey, x: seal.publicKey.y } };
    await expect(take('u1', broken as typeof seal)).rejects.toThrow();
    expect((await take()).n).toBe(0);
  });
});

describe('a key made ahead', () => {
  test('is the next that is taken, by one alone, and no number comes twice', async () => {
    const { seal, room, take } = await window();
    await prepareSealKey(room, { owner: 'u1', seal });
    await prepareSealKey(room, { owner: 'u1', seal });
    const keys = await Promise.all([take(), take(), take()]);
    expect(keys.map(({ n }) => n)).toEqual([0, 1, 2]);
    readyNextKey(room);
    readyNextKey(room);
    expect([(await take()).n, (await take()).n]).toEqual([3, 4]);
    for (let taken = 5; taken < 64; taken += 1) expect((await take()).n).toBe(taken);
    readyNextKey(room);
    expect(await take()).toMatchObject({ n: 0 });
  });

  test('is not given to another person, for another key of the server, after twelve hours, or after signing out', async () => {
    const { seal, clock, room, take } = await window();
    const other = await generateSealKeyPair();
    await prepareSealKey(room, { owner: 'u1', seal });
    const theirs = await take('u2');
    await prepareSealKey(room, { owner: 'u2', seal });
    const sealedTo = await take('u2', other);
    expect(sealedTo.kid).toBe(other.kid);
    await prepareSealKey(room, { owner: 'u2', seal: other });
    clock.now += 12 * HOUR;
    const late = await take('u2', other);
    await prepareSealKey(room, { owner: 'u2', seal: other });
    heldSealSessions.delete(room);
    const after = await take('u2', other);
    expect(new Set([theirs, sealedTo, late, after].map(({ enc }) => enc)).size).toBe(4);
  });

  test('begins no session for somebody who has left', async () => {
    const { room, take } = await window();
    await take();
    heldSealSessions.delete(room);
    readyNextKey(room);
    expect(heldSealSessions.has(room)).toBe(false);
  });

  test('fails in silence, and is met by whoever takes it', async () => {
    const { seal, room, take } = await window();
    const broken = { kid: seal.kid, publicKey: { ...seal.publicKey, x: seal.publicKey.y } };
    await prepareSealKey(room, { owner: 'u1', seal: broken });
    expect(heldSealSessions.has(room)).toBe(false);
    await expect(take('u1', broken as typeof seal)).rejects.toThrow();
    expect((await take()).n).toBe(0);
  });
});
