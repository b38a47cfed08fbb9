import type { WireSubmission } from '../contract/wire';
import { type Bytes, utf8 } from './bytes';

/** The clear header of a submission, with the words of the seal that decide how it is opened. */
export type SubmissionHeader = Omit<WireSubmission, 'sealed'> & {
  readonly sealed: Pick<WireSubmission['sealed'], 'kid' | 'z' | 'n'>;
};

/** Version of the canonical form itself; first element of the list. */
const SINGLE_SHOT = 1;
const OF_A_SESSION = 2;

/**
 * The header as one spelling of bytes: bound to the seal as additional data, and the first part of the hash. The order
 * is fixed by `docs/protocol.md`. The contract admits only ASCII that JSON leaves unescaped, so every language
 * writes the same bytes. What is sealed within a session has its number as last element.
 */
export function canonicalHeader(header: SubmissionHeader): Bytes {
  const { n } = header.sealed;
  return utf8(
    JSON.stringify([
      n === undefined ? SINGLE_SHOT : OF_A_SESSION,
      header.id,
      header.trackingCode,
      header.serviceId,
      header.serviceVersion,
      header.queuedAt,
      header.supersedes ?? null,
      header.sealed.z,
      header.sealed.kid,
      header.attachments.map((file) => [file.id, file.slot, file.sha256, file.bytes, file.mediaType]),
      ...(n === undefined ? [] : [n]),
    ]),
  );
}
