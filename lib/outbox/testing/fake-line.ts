import type { SyncRequest, SyncResponse } from '../../contract/wire';
import { err, ok, type Result } from '../../shared/result';
import type { SendProblem, SyncSender } from '../ports';
import type { FakeServer } from './fake-server';

/** What the line does to one exchange. */
export type LineFault =
  | { readonly kind: 'none' }
  /** The request never arrives. */
  | { readonly kind: 'request-lost' }
  /** The server works, its answer is lost. */
  | { readonly kind: 'answer-lost' }
  /** The request arrives twice. */
  | { readonly kind: 'delivered-twice' }
  /** Something else answers 200. */
  | { readonly kind: 'portal' }
  | { readonly kind: 'busy'; readonly retryAfterMs?: number }
  | { readonly kind: 'refused'; readonly code: Extract<SendProblem, { type: 'refused' }>['problem']['code'] }
  /** The server forgets to mention the items. */
  | { readonly kind: 'silent' }
  /** Each item gets the receipt of another. */
  | { readonly kind: 'swapped' }
  /** Every receipt is signed by somebody else. */
  | { readonly kind: 'forged' };

export interface FakeLine extends SyncSender {
  readonly requests: SyncRequest[];
  /** Faults of the next exchanges, in order; none when used up. */
  next(...faults: readonly LineFault[]): void;
}

/** A line to a fake server that fails as it is told. `onSend` runs while the request is on its way. */
export function createFakeLine(
  server: Pick<FakeServer, 'answer'>,
  onSend: (request: SyncRequest) => void | Promise<void> = () => {},
): FakeLine {
  const faults: LineFault[] = [];
  const requests: SyncRequest[] = [];
  return {
    requests,
    next: (...more) => {
      faults.push(...more);
    },
    async send(request, newsOnly) {
      requests.push(structuredClone(request));
      await onSend(request);
      return carry(server, request, faults.shift() ?? { kind: 'none' }, newsOnly);
    },
  };
}

/** One exchange under a fault. */
export function carry(
  server: Pick<FakeServer, 'answer'>,
  request: SyncRequest,
  fault: LineFault,
  newsOnly = false,
): Result<SyncResponse, SendProblem> {
  switch (fault.kind) {
    case 'request-lost':
      return err({ type: 'wait', reason: 'no-line' });
    case 'portal':
      return err({ type: 'wait', reason: 'not-our-server' });
    case 'busy':
      return err({
        type: 'wait',
        reason: 'server-busy',
        ...(fault.retryAfterMs !== undefined && { retryAfterMs: fault.retryAfterMs }),
      });
    case 'refused':
      return err({ type: 'refused', problem: { code: fault.code } });
    case 'delivered-twice':
      server.answer(request, newsOnly);
      return ok(server.answer(request, newsOnly));
    case 'answer-lost':
      server.answer(request, newsOnly);
      return err({ type: 'wait', reason: 'no-line' });
    case 'silent':
      return ok({ ...server.answer(request, newsOnly), receipts: [] });
    case 'forged': {
      const answer = server.answer(request, newsOnly);
      return ok({
        ...answer,
        receipts: answer.receipts.map((receipt) => ({ ...receipt, receipt: 'forged' })),
      });
    }
    case 'swapped': {
      const answer = server.answer(request, newsOnly);
      const jws = answer.receipts.map((receipt) => receipt.receipt ?? '');
      return ok({
        ...answer,
        receipts: answer.receipts.map((receipt, at) => ({ ...receipt, receipt: jws.at(at - 1) ?? '' })),
      });
    }
    default:
      return ok(server.answer(request, newsOnly));
  }
}
