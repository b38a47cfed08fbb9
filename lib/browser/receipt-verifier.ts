import type { ReceiptClaims, ServerKeys, WireSubmission } from '../contract/wire';
import type { ReceiptKey, ReceiptProblem } from '../crypto/receipt';
import type { ReceiptVerifier } from '../outbox/ports';
import { err, type Result } from '../shared/result';
import { breathe } from './breathe';

/** The heavy parts, given in: a window fetches them when the first receipt comes, the worker has them at hand. */
export interface ReceiptTools {
  readonly verifyReceipt: (
    jws: string,
    options: {
      readonly keys: readonly ReceiptKey[];
      readonly expected: { readonly id: string; readonly sha256: string };
    },
  ) => Promise<Result<ReceiptClaims, ReceiptProblem>>;
  readonly submissionHash: (submission: WireSubmission) => Promise<string>;
}

export interface VerifierDeps {
  readonly tools: () => Promise<ReceiptTools> | ReceiptTools;
  readonly keys: () => Promise<ServerKeys | null>;
  /** Asks the server for its keys once more, when a receipt names one that is not here. */
  readonly freshKeys: () => Promise<ServerKeys | null>;
}

/** A receipt counts when signature, id and hash match a key of the server; a new key is looked for once, here and there. */
export function createReceiptVerifier({ tools, keys, freshKeys }: VerifierDeps): ReceiptVerifier {
  // Keys that were read stay good: a thousand receipts in a row must not read them a thousand times.
  let held: ServerKeys | null = null;
  return {
    async verify(jws, expected) {
      await breathe();
      const { verifyReceipt } = await tools();
      const verifyBy = (known: ServerKeys | null) =>
        verifyReceipt(jws, { keys: known === null ? [] : [known.receipt], expected });
      held ??= await keys();
      const first = await verifyBy(held);
      if (first.ok || first.problem.why !== 'unknown-key') return first;
      const stored = await keys();
      if (stored !== null && stored.receipt.kid !== held?.receipt.kid) {
        held = stored;
        const second = await verifyBy(stored);
        if (second.ok || second.problem.why !== 'unknown-key') return second;
      }
      const fresh = await freshKeys();
      if (fresh === null) return err({ type: 'receipt-not-verified' });
      held = fresh;
      return verifyBy(fresh);
    },
    async submissionHash(item) {
      await breathe();
      return (await tools()).submissionHash(item.submission);
    },
  };
}
