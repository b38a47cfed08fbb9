import { expect, test } from 'vitest';
import type { PersonRecord, VaultRow } from '../local/rows';
import type { VaultState } from '../local/vault-keys';
import { type Door, doorOf } from './door';

const nobody: PersonRecord = { kind: 'nobody' };
const operator = { kind: 'operator', userId: 'shiuli', name: 'শিউলি' } as PersonRecord;
const officer = { kind: 'staff', userId: 'o', name: 'নাসরিন', role: 'officer', agencies: [] } as PersonRecord;
const withPin = { v: 2, owner: 'user:karim' } as VaultRow;
const withoutPin = { v: 1, owner: 'user:karim' } as VaultRow;

test.each<[string, PersonRecord, VaultState, readonly VaultRow[], string | null, Door]>([
  ['an operator who never chose a PIN', operator, 'none', [], null, 'choose'],
  ['an operator with work of an earlier version', operator, 'without-pin', [withoutPin], null, 'choose'],
  ['an unlocked counter', operator, 'open', [withPin], null, 'open'],
  ['a locked one', operator, 'locked', [withPin], null, 'locked'],
  ['a locked one whose owner gave the password', operator, 'locked', [withPin], 'user:shiuli', 'locked'],
  ['after ten wrong PINs', operator, 'gone', [withPin], null, 'locked'],
  ['after ten wrong PINs and the password', operator, 'gone', [withPin], 'user:shiuli', 'choose'],
  ['after ten wrong PINs and the password of another', operator, 'gone', [withPin], 'user:karim', 'locked'],
  ['nobody, where somebody has a PIN', nobody, 'none', [withPin], null, 'locked'],
  ['nobody, before the first PIN', nobody, 'none', [withoutPin], null, 'free'],
  ['an officer, who has nothing here', officer, 'none', [withPin], null, 'free'],
])('%s', async (_, person, state, vaults, signedInAnew, door) => {
  expect(await doorOf({ person, vaults, stateOf: async () => state, signedInAnew })).toBe(door);
});
