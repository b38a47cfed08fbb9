import { expect, test } from 'vitest';
import { createLockedVault } from '../crypto/pin-lock';
import { createDexieDraftStore } from './dexie-draft-store';
import { setFirstPin } from './set-pin';
import { createFakeProfile } from './testing/fake-databases';
import { SAMPLE_SERVICE, sampleId } from './testing/sample-items';
import { createVaultKeys } from './vault-keys';
import { VaultLockedError } from './vault-locked';

const OWNER = 'user:shiuli';
const PERSON = { kind: 'nobody' } as const;
const FEW = 1000;

/** A device with a PIN, a window that opened it, and the way to another window. */
async function unlocked() {
  const profile = createFakeProfile();
  const gate = profile.openWork();
  let kid = 0;
  const keys = createVaultKeys(gate, () => 'unused');
  const choose = () =>
    setFirstPin(gate, keys, { owner: OWNER, person: PERSON, pin: '482915', kid: `kid-${++kid}` }, FEW);
  const key = await choose();
  return { profile, keys, key, choose };
}

test('a window asks the others by the name of the key, once, and has it then', async () => {
  const { profile, key } = await unlocked();
  const asked: string[] = [];
  const second = createVaultKeys(
    profile.openWork(),
    () => 'unused',
    async (owner, kid) => {
      asked.push(`${owner} ${kid}`);
      return key.key;
    },
  );
  expect(await second.stateOf(OWNER)).toBe('open');
  expect((await second.keyOf(OWNER)).key).toBe(key.key);
  expect(asked).toEqual([`${OWNER} kid-1`]);
  second.forget();
  expect(await second.stateOf(OWNER)).toBe('open');
  expect(asked).toHaveLength(2);
});

test('a PIN that is typed while the others are still asked is not forgotten when they say no', async () => {
  const { profile, key } = await unlocked();
  let answerNo = (): void => undefined;
  let asking: Promise<unknown> = Promise.resolve();
  let second = createVaultKeys(profile.openWork(), () => 'unused');
  await new Promise<void>((asked) => {
    second = createVaultKeys(
      profile.openWork(),
      () => 'unused',
      () =>
        new Promise((resolve) => {
          answerNo = () => resolve(null);
          asked();
        }),
    );
    asking = second.keyOf(OWNER);
  });
  second.hold(OWNER, key);
  answerNo();
  await expect(asking).rejects.toThrow(VaultLockedError);
  expect(await second.keyOf(OWNER)).toBe(key);
});

test('a key of the vault before is not taken for the one of today', async () => {
  const { profile, keys, key, choose } = await unlocked();
  const second = createVaultKeys(
    profile.openWork(),
    () => 'unused',
    async (_, kid) => (kid === 'kid-1' ? key.key : null),
  );
  expect(await second.stateOf(OWNER)).toBe('open');
  await choose();
  expect(await second.stateOf(OWNER)).toBe('locked');
  expect(await keys.stateOf(OWNER)).toBe('open');
});

test('a window that still holds the key from before the PIN opens what was sealed anew', async () => {
  const profile = createFakeProfile();
  const gate = profile.openWork();
  const keys = createVaultKeys(gate, () => 'kid-0');
  const content = { answers: { name: 'রহিমা' }, fileKeys: {}, attachments: [] };
  const draft = { id: sampleId(1), owner: OWNER, definition: SAMPLE_SERVICE, optionSets: {}, content };
  await createDexieDraftStore(gate, keys).create(draft, 1);
  let chosen: CryptoKey | null = null;
  const others = createVaultKeys(
    profile.openWork(),
    () => 'unused',
    async () => chosen,
  );
  await others.keyOf(OWNER);
  const first = { owner: OWNER, person: PERSON, pin: '482915', kid: 'kid-1' };
  chosen = (await setFirstPin(gate, keys, first, FEW)).key;
  const drafts = createDexieDraftStore(profile.openWork(), others);
  const row = await drafts.row(draft.id);
  expect(row?.box.kid).toBe('kid-1');
  expect(row && (await drafts.open(row))).toMatchObject({ answers: { name: 'রহিমা' } });
});

test('no key of a lock can be taken out of the browser', async () => {
  const secret = { pin: '482915', kid: 'k', deviceKey: await hmacKey() };
  const { key } = await createLockedVault(secret, FEW);
  await expect(crypto.subtle.exportKey('raw', key.key)).rejects.toThrow();
});

const hmacKey = () =>
  crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
