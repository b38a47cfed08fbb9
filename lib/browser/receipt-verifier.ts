import type { ReceiptClaims, ServerKeys, WireSubmission } from '../contract/wire';
import type { ReceiptKey, ReceiptProblem } from '../crypto/receipt';
import type { ReceiptVerifier } from '../outbox/ports';
import { err, type Result } from '../shared/result';

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

/** A receipt counts when signature, id and hash match a key of the server; a new key is fetched once. */
export function createReceiptVerifier({ tools, keys, freshKeys }: VerifierDeps): ReceiptVerifier {
  return {
    async verify(jws, expected) {
      const { verifyReceipt } = await tools();
      const held = await keys();
      const first = await verifyReceipt(jws, { keys: held === null ? [] : [held.receipt], expected });
      if (first.ok || first.problem.why !== 'unknown-key') return first;
      const fresh = await freshKeys();
      if (fresh === null) return err({ type: 'receipt-not-verified' });
      return verifyReceipt(jws, { keys: [fresh.receipt], expected });
    },
    submissionHash: async (item) => (await tools()).submissionHash(item.submission),
  };
}
