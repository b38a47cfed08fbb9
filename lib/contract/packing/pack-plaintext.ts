import type { Result } from '../../shared/result';
import { err, ok } from '../../shared/result';
import type { Plaintext } from '../wire';
import { BitCoder } from './bit-coder';
import type { PackingPlan } from './packing-plan';
import { codePlaintext, type PackingHeader } from './plaintext-coding';
import { primedModel } from './primed-model';
import { ValueCoder } from './value-coder';

/** Bits that one plaintext may be coded in, guessed well or not: an ordinary one needs 3,000. */
const MOST_STEPS = 100_000;
const TAG_BYTES = 3;

/**
 * The bytes of `positional-1`: tag of the plan, then the coded plaintext. Undefined when they would not read back as exactly
 * this plaintext (an answer the service does not know, a text of more than about 12,000 characters): nothing is lost by a
 * guess, the caller takes another compression.
 */
export function packPlaintext(
  plan: PackingPlan,
  header: PackingHeader,
  plaintext: Plaintext,
): Uint8Array<ArrayBuffer> | undefined {
  const coder = new BitCoder('write', MOST_STEPS);
  const written = codeOnce(coder, (values) => codePlaintext(values, plan, header, plaintext));
  if (!written || coder.failed) return undefined;
  const coded = coder.finish();
  const packed = new Uint8Array(TAG_BYTES + coded.length);
  packed.set(plan.tag);
  packed.set(coded, TAG_BYTES);
  const again = unpackPlaintext([plan], header, packed);
  return again.ok && canonical(again.value) === canonical(plaintext) ? packed : undefined;
}

/**
 * What `packPlaintext` packed by one of these plans. Any other bytes give a problem, or some value, in bounded time and
 * without a throw: the value is still to be read by `plaintextSchema`.
 */
export function unpackPlaintext(
  plans: readonly PackingPlan[],
  header: PackingHeader,
  packed: Uint8Array,
): Result<Plaintext, { readonly type: 'unknown-plan' | 'unpack-failed' }> {
  const plan = plans.find(({ tag }) => tag.every((byte, at) => byte === packed[at]));
  if (!plan) return err({ type: 'unknown-plan' });
  const coder = new BitCoder('read', MOST_STEPS, packed.subarray(TAG_BYTES));
  const plaintext = codeOnce(coder, (values) => codePlaintext(values, plan, header, undefined));
  return plaintext && coder.isAtEnd() ? ok(plaintext) : err({ type: 'unpack-failed' });
}

/** Undefined when the code throws: a defect in here must neither hold a person's work back nor stop a whole sync. */
function codeOnce<T>(coder: BitCoder, code: (values: ValueCoder) => T): T | undefined {
  const model = primedModel();
  try {
    return code(new ValueCoder(coder, model));
  } catch {
    return undefined;
  } finally {
    model.rewind();
  }
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
