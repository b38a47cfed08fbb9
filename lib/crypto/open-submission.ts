import { LIMITS } from '../contract/limits';
import type { WireSubmission } from '../contract/wire';
import { err, ok, type Result } from '../shared/result';
import { type Bytes, utf8Text } from './bytes';
import { inflate as inflateHere } from './compress';
import { dictionaryFor, TAG_BYTES } from './dictionary-tag';
import { type Unseal, unsealWith } from './unseal';

export interface OpenInput {
  readonly submission: WireSubmission;
  /** From `importSealPrivateKey`, by the `kid` of the seal; undefined when this server has no such key. */
  readonly privateKey: CryptoKey | undefined;
  /** A faster road to the same bytes, such as the server's; the private key is used by itself when absent. */
  readonly unseal?: Unseal;
  /** A faster inflater with the same promises; the one of this room when absent. */
  readonly inflate?: typeof inflateHere;
  /** Every dictionary this version of the service ever had; the tag in the seal picks one. */
  readonly dictionaries: readonly Bytes[];
  /** Undoes `SealInput.pack`; without it `positional-1` is an unknown dictionary. */
  readonly unpack?: (submission: WireSubmission, packed: Bytes) => Result<unknown, UnpackProblem>;
}

export type UnpackProblem = { readonly type: 'unknown-plan' | 'unpack-failed' };

export type OpenProblem = {
  readonly type:
    | 'unknown-key'
    | 'unseal-failed'
    | 'unknown-dictionary'
    | 'inflate-failed'
    | 'inflates-too-large'
    | 'not-json';
};

/** Opens a seal. The value is plain JSON, still to be read by `plaintextSchema`: the sealer can have put anything inside. */
export async function openSubmission(input: OpenInput): Promise<Result<unknown, OpenProblem>> {
  if (!input.privateKey) return err({ type: 'unknown-key' });
  const unseal = input.unseal ?? unsealWith(input.privateKey);
  const packed = await unseal(input.submission);
  if (!packed) return err({ type: 'unseal-failed' });
  if (input.submission.sealed.z === 'positional-1') return unpackPositional(packed, input);
  const text = await inflateText(packed, input);
  if (!text.ok) return text;
  try {
    return ok(JSON.parse(utf8Text(text.value)));
  } catch {
    return err({ type: 'not-json' });
  }
}

function unpackPositional(packed: Bytes, { submission, unpack }: OpenInput): Result<unknown, OpenProblem> {
  const unpacked = unpack?.(submission, packed);
  if (!unpacked || (!unpacked.ok && unpacked.problem.type === 'unknown-plan'))
    return err({ type: 'unknown-dictionary' });
  return unpacked.ok ? unpacked : err({ type: 'inflate-failed' });
}

async function inflateText(
  packed: Bytes,
  { submission, dictionaries, inflate = inflateHere }: OpenInput,
): Promise<Result<Bytes, OpenProblem>> {
  if (submission.sealed.z === 'deflate') return inflate(packed, LIMITS.plaintextBytes);
  const dictionary = await dictionaryFor(packed, dictionaries);
  if (!dictionary) return err({ type: 'unknown-dictionary' });
  return inflate(packed.subarray(TAG_BYTES), LIMITS.plaintextBytes, dictionary);
}
