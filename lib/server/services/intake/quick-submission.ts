import { base64urlLength, LIMITS } from '../../../contract/limits';
import { ENC_CHARS, SMALLEST_FILE } from '../../../contract/submission-schema';
import { hasNoStrayBits, isRealDay, TEXT_SHAPE } from '../../../contract/text-shapes';
import { isTrackingCode } from '../../../contract/tracking-code';
import type { WireSubmission } from '../../../contract/wire';
import { countsTo, isIn, isPlainRecord, isText } from './quick-parts';

const MOST_CT = base64urlLength(LIMITS.ciphertextBytes);
const LEAST_CT = 22;
const COMPRESSIONS: readonly unknown[] = ['deflate', 'deflate-dict-1', 'positional-1'];
const MEDIA: readonly unknown[] = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

/**
 * Whether a value is what `wireSubmissionSchema` lets through, found some times quicker. False says nothing: the schema knows
 * better, and can name what is wrong.
 */
export function isQuickSubmission(value: unknown): value is WireSubmission {
  if (!isPlainRecord(value)) return false;
  const { id, trackingCode, serviceId, serviceVersion, queuedAt, sealed, attachments, supersedes } = value;
  return (
    Object.keys(value).length === (supersedes === undefined ? 7 : 8) &&
    isText(id, TEXT_SHAPE.uuid, 36) &&
    typeof trackingCode === 'string' &&
    isTrackingCode(trackingCode) &&
    isText(serviceId, TEXT_SHAPE.slug, 64) &&
    countsTo(serviceVersion, 1_000_000) &&
    serviceVersion > 0 &&
    isText(queuedAt, TEXT_SHAPE.instant, 24) &&
    isRealDay(queuedAt) &&
    isSealed(sealed) &&
    areAttachments(attachments) &&
    (supersedes === undefined || isText(supersedes, TEXT_SHAPE.uuid, 36))
  );
}

function isSealed(value: unknown): boolean {
  if (!isPlainRecord(value)) return false;
  const { kid, enc, n, ct, z } = value;
  return (
    Object.keys(value).length === (n === undefined ? 4 : 5) &&
    isText(kid, TEXT_SHAPE.token, 64) &&
    isText(enc, TEXT_SHAPE.token, ENC_CHARS) &&
    enc.length === ENC_CHARS &&
    (n === undefined || countsTo(n, LIMITS.submissionsPerSealSession - 1)) &&
    isText(ct, TEXT_SHAPE.token, MOST_CT) &&
    ct.length >= LEAST_CT &&
    hasNoStrayBits(ct) &&
    isIn(z, COMPRESSIONS)
  );
}

function areAttachments(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > LIMITS.attachmentsPerSubmission) return false;
  const ids = new Set<unknown>();
  for (const file of value as readonly unknown[]) {
    if (!isAttachment(file)) return false;
    ids.add(file.id);
  }
  return ids.size === value.length;
}

function isAttachment(value: unknown): value is { readonly id: string } {
  if (!isPlainRecord(value)) return false;
  const { id, slot, sha256, bytes, mediaType } = value;
  return (
    Object.keys(value).length === 5 &&
    isText(id, TEXT_SHAPE.uuid, 36) &&
    isText(slot, TEXT_SHAPE.slot, 70) &&
    isText(sha256, TEXT_SHAPE.sha256, 64) &&
    countsTo(bytes, LIMITS.fileBytes) &&
    bytes >= SMALLEST_FILE &&
    isIn(mediaType, MEDIA)
  );
}
