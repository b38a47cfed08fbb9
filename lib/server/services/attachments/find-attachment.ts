import { and, eq } from 'drizzle-orm';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import { attachments } from '../../db/schema/attachments';
import type { UploadKey } from './upload-id';

export type AttachmentRow = typeof attachments.$inferSelect;

/** An announced file of a submission of this device's stream; undefined for any other. */
export async function findAttachment(
  db: Connection,
  device: DeviceActor,
  key: UploadKey,
): Promise<AttachmentRow | undefined> {
  const [row] = await db
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.streamId, device.streamId),
        eq(attachments.submissionId, key.submissionId),
        eq(attachments.id, key.attachmentId),
      ),
    );
  return row;
}
