import { examplePlaintext, exampleSubmission } from '../../contract/testing/examples';
import type { Plaintext, WireSubmission } from '../../contract/wire';
import { type Bytes, utf8 } from '../bytes';
import { sealSubmission } from '../seal-submission';
import { importSealPrivateKey } from '../seal-suite';
import { generateSealKeyPair } from '../server-keyring';

export const exampleDictionary: Bytes = utf8(
  '{"v":1,"lang":"bn","check":"","answers":{"name_last_bn":"আক্তার"},"consent":',
);

const { sealed: _, ...header } = exampleSubmission;
export const exampleHeader: Omit<WireSubmission, 'sealed'> = header;

/** A freshly sealed invented submission and what is needed to open it. */
export async function sealedExample(
  change: { plaintext?: Plaintext; dictionary?: Bytes | null; pack?: () => Bytes | undefined } = {},
) {
  const pair = await generateSealKeyPair();
  const dictionary = change.dictionary === undefined ? exampleDictionary : change.dictionary;
  const submission = await sealSubmission({
    header,
    plaintext: change.plaintext ?? examplePlaintext,
    key: pair,
    ...(dictionary && { dictionary }),
    ...(change.pack && { pack: change.pack }),
  });
  return {
    submission,
    pair,
    privateKey: await importSealPrivateKey(pair.privateKey),
    dictionaries: dictionary ? [dictionary] : [],
  };
}
