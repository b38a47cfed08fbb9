/**
 * Writes the work of a device as this build would leave it, into reliability/old-work/fixtures. To be run once for every release that
 * changes the work database or the envelope: `npx tsx reliability/old-work/write-fixture.ts <name>`.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usedOptionSets } from '../../lib/browser/begin-draft';
import optionSets from '../../lib/catalogue/option-sets.json';
import certificate from '../../lib/catalogue/services/nationality-character-certificate.json';
import { generateReceiptKeyPair, generateSealKeyPair } from '../../lib/crypto/server-keyring';
import type { OptionSets, ServiceDefinition } from '../../lib/forms/definition';
import type { KeyFile } from '../../lib/server/keys/key-file';
import type { OldWork } from './fixture';
import { leaveWork } from './leave-work';

const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9-]+$/.test(name)) throw new Error('a name of small letters, digits and hyphens');
const target = join(import.meta.dirname, 'fixtures', `${name}.json`);
if (existsSync(target)) throw new Error('a fixture is never written over');

const secret = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
const serverKeys: KeyFile = {
  v: 1,
  seal: [await generateSealKeyPair()],
  receipt: [await generateReceiptKeyPair()],
  authSecret: secret(),
  checkKey: secret(),
};
const definition = certificate as unknown as ServiceDefinition;
const sets = usedOptionSets(definition, optionSets as unknown as OptionSets);
const left = await leaveWork({ definition, optionSets: sets, serverKeys });
const fixture: OldWork = {
  ...left,
  build: name,
  writtenAt: new Date().toISOString(),
  serverKeys,
  services: [definition],
  optionSets: sets,
};
writeFileSync(target, `${JSON.stringify(fixture)}\n`);
