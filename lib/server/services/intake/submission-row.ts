import type { DeviceActor } from '../../auth/actor';
import type { submissions } from '../../db/schema/submissions';
import type { ServerKeyring } from '../../keys/server-keys';
import type { OpenedItem } from './open-item';

export interface Reception {
  readonly device: DeviceActor;
  readonly seq: number;
  readonly receipt: string;
  readonly at: Date;
  readonly keys: ServerKeyring;
}

/** The row a received submission becomes. Of the slip's digits only the HMAC goes in. */
export function submissionRow(
  item: OpenedItem,
  { device, seq, receipt, at, keys }: Reception,
): typeof submissions.$inferInsert {
  const { submission, plaintext } = item;
  const { check, ...content } = plaintext;
  return {
    streamId: device.streamId,
    id: submission.id,
    deviceId: device.deviceId,
    hash: item.hash,
    trackingCode: submission.trackingCode,
    checkHmac: keys.checkHmac(submission.trackingCode, check),
    serviceId: submission.serviceId,
    serviceVersion: submission.serviceVersion,
    agencyId: item.agencyId,
    maskedName: item.maskedName,
    envelope: submission,
    content,
    receipt,
    receiptSeq: seq,
    status: 'received',
    statusAt: at,
    supersedes: submission.supersedes ?? null,
    filesOf: submission.attachments.length,
    claimedAt: new Date(submission.queuedAt),
    receivedAt: at,
  };
}
