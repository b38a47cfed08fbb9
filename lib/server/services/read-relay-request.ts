import { parseContract } from '../../contract/parse-contract';
import { relayEnvelopeSchema } from '../../contract/relay-schema';
import { err, type Result } from '../../shared/result';
import type { NamedItem } from './intake/answer-sheet';
import { readSyncRequest, type SyncRequestProblem } from './read-sync-request';

/** The outline of a relay request, by the rules of a sync: items stay unread but for their ids. */
export function readRelayRequest(
  body: unknown,
): Result<{ readonly items: readonly NamedItem[] }, SyncRequestProblem> {
  const envelope = parseContract(relayEnvelopeSchema, body);
  if (!envelope.ok) return err({ type: 'validation-failed', errors: envelope.problem.errors });
  return readSyncRequest({ ...envelope.value, cursor: 0, catalogueVersion: 0 });
}
